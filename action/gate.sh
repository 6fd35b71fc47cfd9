#!/usr/bin/env bash
# What action.yml runs: from the inputs of a workflow to `overlap gate`. Inputs are data, each one whole argument or one a line;
# none is ever expanded, split or evaluated. Runs in bash 3.2, too, which is what macOS has.
set -euo pipefail

refuse() {
  printf '%s\n' "$@" >&2
  printf 'exit-code=2\n' >>"$GITHUB_OUTPUT"
  exit 2
}

# The version that a change is measured against, as the event knows it.
event_base() {
  case "${GITHUB_EVENT_NAME:-}" in
    pull_request)
      # Any other commit has a first parent, too: the last commit but one of the branch, which is no base. Where git does not
      # look at all, the gate says why.
      local commit parents
      commit=$(git cat-file commit HEAD) || commit=''
      parents=$(sed '/^$/q' <<<"$commit" | grep -c '^parent ') || true
      if [ -n "$commit" ] && [ "$parents" -lt 2 ]; then
        refuse 'base: expected the merge commit of the pull request to be checked out, got a commit that merges nothing' \
          'Give actions/checkout `fetch-depth: 2` and no `ref`, or name the base: `base: origin/main` with `fetch-depth: 0`'
      fi
      base='HEAD^1'
      ;;
    merge_group | push) base=$OVERLAP_GATE_EVENT_BASE ;;
    *) base='' ;;
  esac
  # What a new branch or tag replaced is written in noughts.
  if [ -z "${base//0/}" ]; then
    refuse "base: nothing says what to compare with in this event (${GITHUB_EVENT_NAME:-none})" \
      'Name it, such as `base: origin/main` with `fetch-depth: 0` of actions/checkout, or `base: HEAD^1` with `fetch-depth: 2`'
  fi
}

# The program: the one of the project, nearest first, as npm looks for it. `overlap` alone is somebody else's name on npm.
find_program() {
  local folder=$PWD top=${GITHUB_WORKSPACE:-/}
  while :; do
    if [ -x "$folder/node_modules/.bin/overlap-bench" ]; then
      command=("$folder/node_modules/.bin/overlap-bench")
      return
    fi
    if [ "$folder" = "$top" ] || [ "$folder" = "$(dirname "$folder")" ]; then break; fi
    folder=$(dirname "$folder")
  done
  if [ -z "$OVERLAP_GATE_VERSION" ]; then
    refuse "overlap-bench: not installed in $PWD, nor above it" \
      'Install it in a step before (npm ci, after npm install --save-dev overlap-bench), or name a version to fetch: `version: 1.2.3`'
  fi
  # After a version, npm would also take the address of another package.
  case "$OVERLAP_GATE_VERSION" in
    *[!0-9A-Za-z.+-]*) refuse "version: expected a version or a tag, such as 1.2.3, got '$OVERLAP_GATE_VERSION'" 'Write one of those.' ;;
  esac
  command=(npx --yes "overlap-bench@$OVERLAP_GATE_VERSION")
}

# Adds every line that is not empty as one argument, after what it is given first.
add_lines() {
  local line
  while IFS= read -r line; do
    line=${line%$'\r'}
    if [ -n "$line" ]; then command+=("$1$line"); fi
  done <<<"$2"
}

# With `=`, a value is one even if it looks like a flag.
add_value() {
  if [ -n "$2" ]; then command+=("$1=$2"); fi
}

add_switch() {
  case "$3" in
    true) command+=("$2") ;;
    false | '') ;;
    *) refuse "$1: expected true or false, got '$3'" 'Write one of them.' ;;
  esac
}

base=$OVERLAP_GATE_BASE
if [ -z "$base" ]; then event_base; fi
find_program
comparison="${RUNNER_TEMP:?}/overlap-comparison-$$.json"

command+=(gate "--base=$base")
add_value --head "$OVERLAP_GATE_HEAD"
add_value --install "$OVERLAP_GATE_INSTALL"
add_value --strategy "$OVERLAP_GATE_STRATEGIES"
add_value --margin "$OVERLAP_GATE_MARGIN"
add_switch strict --strict "$OVERLAP_GATE_STRICT"
add_switch self-test --self-test "$OVERLAP_GATE_SELF_TEST"
add_lines --report= "$OVERLAP_GATE_REPORTS"
command+=("--report=json=$comparison")
add_lines '' "$OVERLAP_GATE_ARGS"
command+=(--)
add_lines '' "$OVERLAP_GATE_SCENARIOS"

code=0
"${command[@]}" || code=$?
printf 'exit-code=%s\n' "$code" >>"$GITHUB_OUTPUT"
if [ -f "$comparison" ]; then printf 'comparison=%s\n' "$comparison" >>"$GITHUB_OUTPUT"; fi
exit "$code"
