// Whether this is the job of a change that is not merged: such a run must never move a baseline, or a regression becomes what
// it is judged by. Each system says so in variables of its own. A library that knows them reads the environment of the
// process once for all, and knows no merge queues.

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable and the values by which it says so; any value but `false` where none are listed. */
const SIGNS: readonly (readonly [variable: string, values?: RegExp])[] = [
  // GitHub, and Forgejo and Gitea, whose variables have the same names
  ['GITHUB_EVENT_NAME', /^(pull_request.*|merge_group)$/],
  ['GITHUB_HEAD_REF'],
  // GitLab
  ['CI_MERGE_REQUEST_IID'],
  ['CI_EXTERNAL_PULL_REQUEST_IID'],
  ['CI_PIPELINE_SOURCE', /^(merge_request_event|external_pull_request_event)$/],
  // Azure Pipelines
  ['SYSTEM_PULLREQUEST_PULLREQUESTID'],
  ['BUILD_REASON', /^PullRequest$/],
  // Jenkins
  ['CHANGE_ID'],
  // CircleCI
  ['CIRCLE_PULL_REQUEST'],
  ['CIRCLE_PR_NUMBER'],
  // Bitbucket Pipelines, Buildkite, Travis CI, Drone, Woodpecker, AppVeyor, Semaphore, Cirrus CI, Google and AWS
  ['BITBUCKET_PR_ID'],
  ['BUILDKITE_PULL_REQUEST'],
  ['TRAVIS_PULL_REQUEST'],
  ['DRONE_PULL_REQUEST'],
  ['CI_COMMIT_PULL_REQUEST'],
  ['APPVEYOR_PULL_REQUEST_NUMBER'],
  ['SEMAPHORE_GIT_PR_NUMBER'],
  ['CIRRUS_PR'],
  ['_PR_NUMBER'],
  ['CODEBUILD_WEBHOOK_EVENT', /^PULL_REQUEST_(?!MERGED)/],
];

/** The variable that says so, as `NAME=value`; null where none does. */
export function pullRequestSign(env: Environment): string | null {
  for (const [variable, values = /^(?!false$)./] of SIGNS) {
    const value = env[variable];
    if (value !== undefined && values.test(value)) return `${variable}=${value}`;
  }
  return null;
}
