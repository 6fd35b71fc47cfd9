// What each shell needs to ask this program for words while somebody types: a function that hands over the words so far and
// offers what comes back. Everything else is decided in one place for all shells (answer.ts).
//
// The answer has a line for each word, with a tab and what it is; the line `:files` means names of files as well.

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type ShellName = (typeof SHELLS)[number];

/** COMP_WORDS has a word of its own for each `=`; nothing here is newer than the bash of macOS but \`compopt\`. */
const BASH = `# bash completion for overlap
_overlap() {
  local line name current="\${COMP_WORDS[COMP_CWORD]}"
  [ "$current" = '=' ] && current=''
  COMPREPLY=()
  while IFS= read -r line; do
    if [ "$line" = ':files' ]; then
      compopt -o filenames 2> /dev/null
      while IFS= read -r name; do COMPREPLY+=("$name"); done < <(compgen -f -- "$current")
    else
      COMPREPLY+=("\${line%%$'\\t'*}")
    fi
  done < <("\${COMP_WORDS[0]}" complete bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
}
complete -F _overlap overlap overlap-bench
`;

/** Sourced, or as a file named _overlap in a folder of fpath. */
const ZSH = `#compdef overlap overlap-bench
_overlap() {
  local line none=1
  local -a offers
  for line in "\${(@f)$("\${words[1]}" complete zsh -- "\${(@Q)words[2,CURRENT]}" 2> /dev/null)}"; do
    if [[ $line == ':files' ]]; then
      _files && none=0
    elif [[ -n $line ]]; then
      offers+=("\${\${line//:/\\\\:}/$'\\t'/:}")
    fi
  done
  (( $#offers )) && _describe overlap offers && none=0
  return $none
}
if [[ $funcstack[1] == _overlap ]]; then _overlap "$@"; else compdef _overlap overlap overlap-bench; fi
`;

const FISH = `# fish completion for overlap
function __overlap_complete
    set -l words (commandline -opc)
    for line in ($words[1] complete fish -- $words[2..-1] (commandline -ct | string collect --allow-empty) 2> /dev/null)
        if test "$line" = ':files'
            __fish_complete_path (commandline -ct)
        else
            printf '%s\\n' $line
        end
    end
end
complete -c overlap -f -a '(__overlap_complete)'
complete -c overlap-bench -f -a '(__overlap_complete)'
`;

export const SCRIPTS: Readonly<Record<ShellName, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
