// Where this project lives, told in one place: the release fills it in, in its own checkout, from what it knows of itself. The
// repository names no address, so that a copy of it never names somebody else's.

/** The environment of a release, as GitHub Actions and its kin set it. */
export interface ReleaseEnv {
  /** Such as `https://github.com`. */
  readonly GITHUB_SERVER_URL?: string | undefined;
  /** Such as `owner/name`. */
  readonly GITHUB_REPOSITORY?: string | undefined;
  /** The tag that is released, such as `v1.2.3`. */
  readonly GITHUB_REF_NAME?: string | undefined;
}

/** The published schemas, in results/ here and beside the program in the package. */
export const SCHEMAS = ['schema.json', 'comparison.schema.json'] as const;

type Fields = Readonly<Record<string, unknown>>;

/** What is published, with its addresses. */
export interface Addressed {
  readonly manifest: Fields;
  /** By the name of the file in results/. */
  readonly schemas: Readonly<Record<string, Fields>>;
}

/**
 * Fills `repository`, `homepage` and `bugs` into a package.json and `$id` into each schema, which is then where that version of it
 * can be read. Throws an Error that names the variable which is missing or wrong.
 */
export function fillInAddresses({ manifest, schemas }: Addressed, env: ReleaseEnv): Addressed {
  const server = need(env, 'GITHUB_SERVER_URL', /^https:\/\/[^/\s]+$/, 'an address such as https://server');
  const repository = need(env, 'GITHUB_REPOSITORY', /^[\w.-]+\/[\w.-]+$/, 'owner/name');
  const tag = need(env, 'GITHUB_REF_NAME', /./, 'the tag that is released');
  if (tag !== `v${manifest.version}`) {
    throw new Error(`GITHUB_REF_NAME: expected v${manifest.version}, the version in package.json, got '${tag}'`);
  }
  const home = `${server}/${repository}`;
  return {
    manifest: {
      ...manifest,
      homepage: `${home}#readme`,
      bugs: `${home}/issues`,
      repository: { type: 'git', url: `git+${home}.git` },
    },
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [name, { ...schema, $id: `${home}/raw/${tag}/results/${name}` }]),
    ),
  };
}

function need(env: ReleaseEnv, name: keyof ReleaseEnv, pattern: RegExp, expected: string): string {
  const value = env[name] ?? '';
  if (!pattern.test(value)) throw new Error(`${name}: expected ${expected}, got '${value}'`);
  return value;
}
