#include "indexer/interruption.h"

#include <csignal>
#include <initializer_list>

#include <unistd.h>

namespace archive {
namespace {

constexpr int kSignalStatusBase = 128;

volatile std::sig_atomic_t noted_signal = 0;

extern "C" void NoteSignal(int signal) {
  if (noted_signal != 0) ::_exit(kSignalStatusBase + signal);
  noted_signal = signal;
}

}  // namespace

void CatchInterruptions() {
  struct sigaction action = {};
  action.sa_handler = NoteSignal;
  // System calls go on: the run looks at the note after each file.
  action.sa_flags = SA_RESTART;
  ::sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM})
    ::sigaction(signal, &action, nullptr);
}

int NotedInterruption() {
  return noted_signal;
}

void NoteInterruption(int signal) {
  if (noted_signal == 0) noted_signal = signal;
}

int ExitStatusAfter(int signal) {
  return kSignalStatusBase + signal;
}

}  // namespace archive
