// Ctrl-C and its kin: the first asks a run to end in good order, the second
// ends it at once.
#ifndef ARCHIVE_INDEXER_INTERRUPTION_H_
#define ARCHIVE_INDEXER_INTERRUPTION_H_

namespace archive {

// From here on the first SIGINT or SIGTERM is only noted.  A second one ends
// the process at once, with the exit status of a process that died of it; what
// was published stays, since publishing is one rename.
// One process, one caller; not undone.
void CatchInterruptions();

// The signal that was noted; 0: none.
int NotedInterruption();

// Notes a signal that was taken without its handler.
void NoteInterruption(int signal);

// The exit status of a run that ended because of it: 130 or 143.
int ExitStatusAfter(int signal);

}  // namespace archive

#endif  // ARCHIVE_INDEXER_INTERRUPTION_H_
