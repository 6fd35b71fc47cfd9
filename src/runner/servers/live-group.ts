// Whether anybody of a process group still runs. A signal that reaches the group does not tell: in a container whose first
// process buries nobody, the dead stay members.

import { readdirSync, readFileSync } from 'node:fs';

/** True while a process of the group runs; where the system does not list processes, while the group can be reached. */
export function isGroupAlive(leaderPid: number): boolean {
  try {
    process.kill(-leaderPid, 0);
  } catch {
    return false;
  }
  try {
    return readdirSync('/proc').some((name) => /^\d+$/.test(name) && isLiveMember(name, leaderPid));
  } catch {
    return true;
  }
}

function isLiveMember(pid: string, leaderPid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold anything: state, parent, group.
    const [state = '', , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ', 3);
    return Number(group) === leaderPid && !'ZX'.includes(state);
  } catch {
    return false;
  }
}
