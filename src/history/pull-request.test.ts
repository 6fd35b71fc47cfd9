import { expect, it } from 'vitest';
import { pullRequestSign } from './pull-request.ts';

it.each([
  [{ GITHUB_EVENT_NAME: 'pull_request' }, 'GITHUB_EVENT_NAME=pull_request'],
  [{ GITHUB_EVENT_NAME: 'pull_request_target' }, 'GITHUB_EVENT_NAME=pull_request_target'],
  [{ GITHUB_EVENT_NAME: 'merge_group' }, 'GITHUB_EVENT_NAME=merge_group'],
  [{ GITHUB_EVENT_NAME: 'push', GITHUB_HEAD_REF: 'fix' }, 'GITHUB_HEAD_REF=fix'],
  [{ CI_PIPELINE_SOURCE: 'merge_request_event' }, 'CI_PIPELINE_SOURCE=merge_request_event'],
  [{ CI_MERGE_REQUEST_IID: '12' }, 'CI_MERGE_REQUEST_IID=12'],
  [{ BUILD_REASON: 'PullRequest' }, 'BUILD_REASON=PullRequest'],
  [{ CHANGE_ID: '7' }, 'CHANGE_ID=7'],
  [{ TRAVIS_PULL_REQUEST: '8' }, 'TRAVIS_PULL_REQUEST=8'],
  [{ CODEBUILD_WEBHOOK_EVENT: 'PULL_REQUEST_UPDATED' }, 'CODEBUILD_WEBHOOK_EVENT=PULL_REQUEST_UPDATED'],
])('%j is the job of a change that is not merged', (env, sign) => {
  expect(pullRequestSign(env)).toBe(sign);
});

it.each([
  {},
  { GITHUB_EVENT_NAME: 'push', GITHUB_HEAD_REF: '' },
  { GITHUB_EVENT_NAME: 'schedule' },
  { CI_PIPELINE_SOURCE: 'push', CI_MERGE_REQUEST_IID: undefined },
  { TRAVIS_PULL_REQUEST: 'false', BUILDKITE_PULL_REQUEST: 'false' },
  { BUILD_REASON: 'IndividualCI' },
  { CODEBUILD_WEBHOOK_EVENT: 'PULL_REQUEST_MERGED' },
])('%j is not', (env) => {
  expect(pullRequestSign(env)).toBeNull();
});
