// Loaded before libc (LD_PRELOAD), stands between a program and its disk.
//
//   FAULT_DIR   only calls that concern paths in this directory count
//   FAULT_KIND  what happens:
//       count     nothing
//       enospc    from the FAULT_AT-th call on the disk is full: write, open
//                 of a new file and mkdir fail
//       eio       the FAULT_AT-th call alone fails with EIO: write, fsync,
//                 rename, unlink, mkdir, open
//       edquot    the same, for one whose share of the disk is used up
//       erofs     from the FAULT_AT-th call on nothing can be changed
//       eacces    the same, for one who has lost the right to
//       eintr     every second write is interrupted before it has begun
//       short     every write takes half of its bytes, one at least
//       readeio   the FAULT_AT-th read fails with EIO
//       readshort every read gives one byte, or a seventh
//   FAULT_HITS  a file that gets a line for each call that was failed, or the
//               number of calls at the end (count)
//   FAULT_TRACE a file that gets every change, in order, with its bytes: what
//               power_cut.py rebuilds a disk from
//
// Plain C, since it is loaded into every process that a test starts, and no
// allocation on the way of a call.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static const char* directory;
static const char* kind = "";
static long at;
static long calls;
static int hits = -1;
static int trace = -1;

#define REAL(result, name, ...) \
  static result (*real_##name)(__VA_ARGS__) = NULL; \
  if (real_##name == NULL) *(void**)&real_##name = dlsym(RTLD_NEXT, #name)

static ssize_t RealWrite(int fd, const void* bytes, size_t count) {
  REAL(ssize_t, write, int, const void*, size_t);
  return real_write(fd, bytes, count);
}

static int OpenForShim(const char* variable) {
  REAL(int, open, const char*, int, ...);
  const char* const path = getenv(variable);
  if (path == NULL) return -1;
  const int fd = real_open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (fd < 0) return -1;
  // Out of the way of a program that knows its numbers.
  const int high = fcntl(fd, F_DUPFD_CLOEXEC, 500);
  if (high < 0) return fd;
  close(fd);
  return high;
}

__attribute__((constructor)) static void Begin(void) {
  const char* const number = getenv("FAULT_AT");
  directory = getenv("FAULT_DIR");
  if (getenv("FAULT_KIND") != NULL) kind = getenv("FAULT_KIND");
  if (number != NULL) at = atol(number);
  hits = OpenForShim("FAULT_HITS");
  trace = OpenForShim("FAULT_TRACE");
}

__attribute__((destructor)) static void End(void) {
  char line[64];
  if (hits < 0 || strcmp(kind, "count") != 0) return;
  const int length = snprintf(line, sizeof line, "%ld\n", calls);
  RealWrite(hits, line, (size_t)length);
}

static int Is(const char* name) { return strcmp(kind, name) == 0; }

static int Concerns(const char* path) {
  const size_t length = directory == NULL ? 0 : strlen(directory);
  return length != 0 && strncmp(path, directory, length) == 0 &&
         (path[length] == '/' || path[length] == '\0');
}

// The path of a descriptor; "" for what is no file, or has no name any more.
static const char* PathOf(int fd, char* path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  const ssize_t length = readlink(link, path, PATH_MAX - 1);
  path[length < 0 ? 0 : length] = '\0';
  if (strstr(path, " (deleted)") != NULL) path[0] = '\0';
  return path;
}

// The absolute path of what `name` means in the directory `fd`.
static const char* PathAt(int fd, const char* name, char* path) {
  if (name[0] == '/') {
    snprintf(path, PATH_MAX, "%s", name);
    return path;
  }
  char base[PATH_MAX];
  if (fd == AT_FDCWD) {
    if (getcwd(base, sizeof base) == NULL) base[0] = '\0';
  } else {
    PathOf(fd, base);
  }
  if (snprintf(path, PATH_MAX, "%s/%s", base, name) >= PATH_MAX) path[0] = '\0';
  return path;
}

// Whether this call is to fail; errno says how.  REQUIRES: mutex is held.
static int Fails(const char* call, const char* path, int needs_room) {
  ++calls;
  int code = 0;
  if (Is("enospc") && needs_room && calls >= at) code = ENOSPC;
  if (Is("edquot") && needs_room && calls >= at) code = EDQUOT;
  if (Is("eio") && calls == at) code = EIO;
  if (Is("erofs") && calls >= at) code = EROFS;
  if (Is("eacces") && calls >= at) code = EACCES;
  if (code == 0) return 0;
  if (hits >= 0) {
    char line[PATH_MAX + 64];
    const int length = snprintf(line, sizeof line, "%s %s\n", call, path);
    RealWrite(hits, line, (size_t)length);
  }
  errno = code;
  return 1;
}

static void Note(const char* call, const char* path, const char* second,
                 long offset, const void* bytes, size_t count) {
  if (trace < 0) return;
  char line[2 * PATH_MAX + 64];
  const int length = snprintf(line, sizeof line, "%s\t%s\t%s\t%ld\t%zu\n", call,
                              path, second, offset, count);
  RealWrite(trace, line, (size_t)length);
  if (count != 0) RealWrite(trace, bytes, count);
}

// ---- bytes

static size_t Shortened(size_t count) {
  return Is("short") && count > 1 ? count / 2 : count;
}

static int IsInterrupted(void) {
  static long writes;
  return Is("eintr") && ++writes % 2 == 1;
}

ssize_t write(int fd, const void* bytes, size_t count) {
  REAL(ssize_t, write, int, const void*, size_t);
  char path[PATH_MAX];
  if (!Concerns(PathOf(fd, path))) return real_write(fd, bytes, count);
  pthread_mutex_lock(&mutex);
  ssize_t done = -1;
  if (IsInterrupted()) {
    errno = EINTR;
  } else if (!Fails("write", path, 1)) {
    const int is_appended = (fcntl(fd, F_GETFL) & O_APPEND) != 0;
    const long offset = (long)lseek(fd, 0, is_appended ? SEEK_END : SEEK_CUR);
    done = real_write(fd, bytes, Shortened(count));
    if (done > 0) Note("write", path, "", offset, bytes, (size_t)done);
  }
  const int code = errno;
  pthread_mutex_unlock(&mutex);
  errno = code;
  return done;
}

ssize_t pwrite64(int fd, const void* bytes, size_t count, off64_t offset) {
  REAL(ssize_t, pwrite64, int, const void*, size_t, off64_t);
  char path[PATH_MAX];
  if (!Concerns(PathOf(fd, path)))
    return real_pwrite64(fd, bytes, count, offset);
  pthread_mutex_lock(&mutex);
  ssize_t done = -1;
  if (IsInterrupted()) {
    errno = EINTR;
  } else if (!Fails("pwrite", path, 1)) {
    done = real_pwrite64(fd, bytes, Shortened(count), offset);
    if (done > 0) Note("write", path, "", (long)offset, bytes, (size_t)done);
  }
  const int code = errno;
  pthread_mutex_unlock(&mutex);
  errno = code;
  return done;
}

ssize_t pwrite(int fd, const void* bytes, size_t count, off_t offset) {
  return pwrite64(fd, bytes, count, offset);
}

ssize_t writev(int fd, const struct iovec* parts, int count) {
  REAL(ssize_t, writev, int, const struct iovec*, int);
  char path[PATH_MAX];
  if (!Concerns(PathOf(fd, path)) || count == 0)
    return real_writev(fd, parts, count);
  return write(fd, parts[0].iov_base, parts[0].iov_len);  // short, and allowed
}

ssize_t read(int fd, void* bytes, size_t count) {
  REAL(ssize_t, read, int, void*, size_t);
  char path[PATH_MAX];
  if ((!Is("readeio") && !Is("readshort")) || !Concerns(PathOf(fd, path)))
    return real_read(fd, bytes, count);
  if (Is("readshort")) return real_read(fd, bytes, count > 7 ? count / 7 : count);
  pthread_mutex_lock(&mutex);
  const int fails = ++calls == at;
  if (fails && hits >= 0) RealWrite(hits, "read\n", 5);
  pthread_mutex_unlock(&mutex);
  if (!fails) return real_read(fd, bytes, count);
  errno = EIO;
  return -1;
}

static int Truncate(int fd, off64_t size) {
  REAL(int, ftruncate64, int, off64_t);
  char path[PATH_MAX];
  if (!Concerns(PathOf(fd, path))) return real_ftruncate64(fd, size);
  pthread_mutex_lock(&mutex);
  int done = -1;
  if (!Fails("ftruncate", path, 0)) {
    done = real_ftruncate64(fd, size);
    if (done == 0) Note("truncate", path, "", (long)size, "", 0);
  }
  pthread_mutex_unlock(&mutex);
  return done;
}
int ftruncate(int fd, off_t size) { return Truncate(fd, size); }
int ftruncate64(int fd, off64_t size) { return Truncate(fd, size); }

static int Sync(int fd) {
  REAL(int, fsync, int);
  char path[PATH_MAX];
  if (!Concerns(PathOf(fd, path))) return real_fsync(fd);
  pthread_mutex_lock(&mutex);
  // The test's disk is memory: what counts is that it was asked.
  const int done = Fails("fsync", path, 0) ? -1 : 0;
  if (done == 0) Note("fsync", path, "", 0, "", 0);
  pthread_mutex_unlock(&mutex);
  return done;
}
int fsync(int fd) { return Sync(fd); }
int fdatasync(int fd) { return Sync(fd); }

// ---- names

static int OpenAt(int at_fd, const char* name, int flags, mode_t mode) {
  REAL(int, openat64, int, const char*, int, ...);
  char path[PATH_MAX];
  const int is_write = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0;
  if (!is_write || !Concerns(PathAt(at_fd, name, path)))
    return real_openat64(at_fd, name, flags, mode);
  pthread_mutex_lock(&mutex);
  struct stat status;
  const int is_new = stat(path, &status) != 0;
  int fd = -1;
  if (!Fails("open", path, is_new)) {
    fd = real_openat64(at_fd, name, flags, mode);
    if (fd >= 0 && is_new) Note("create", path, "", 0, "", 0);
    if (fd >= 0 && !is_new && (flags & O_TRUNC) != 0)
      Note("truncate", path, "", 0, "", 0);
  }
  const int code = errno;
  pthread_mutex_unlock(&mutex);
  errno = code;
  return fd;
}

#define OPEN_MODE                           \
  mode_t mode = 0;                          \
  if ((flags & (O_CREAT | O_TMPFILE)) != 0) { \
    va_list more;                           \
    va_start(more, flags);                  \
    mode = va_arg(more, mode_t);            \
    va_end(more);                           \
  }

int open(const char* name, int flags, ...) {
  OPEN_MODE
  return OpenAt(AT_FDCWD, name, flags, mode);
}
int open64(const char* name, int flags, ...) {
  OPEN_MODE
  return OpenAt(AT_FDCWD, name, flags, mode);
}
int openat(int fd, const char* name, int flags, ...) {
  OPEN_MODE
  return OpenAt(fd, name, flags, mode);
}
int openat64(int fd, const char* name, int flags, ...) {
  OPEN_MODE
  return OpenAt(fd, name, flags, mode);
}

int rename(const char* from, const char* to) {
  REAL(int, rename, const char*, const char*);
  char a[PATH_MAX];
  char b[PATH_MAX];
  if (!Concerns(PathAt(AT_FDCWD, from, a))) return real_rename(from, to);
  pthread_mutex_lock(&mutex);
  int done = -1;
  if (!Fails("rename", a, 0)) {
    done = real_rename(from, to);
    if (done == 0) Note("rename", a, PathAt(AT_FDCWD, to, b), 0, "", 0);
  }
  pthread_mutex_unlock(&mutex);
  return done;
}

int unlinkat(int fd, const char* name, int flags) {
  REAL(int, unlinkat, int, const char*, int);
  char path[PATH_MAX];
  if (!Concerns(PathAt(fd, name, path))) return real_unlinkat(fd, name, flags);
  pthread_mutex_lock(&mutex);
  int done = -1;
  // What is not there fails by itself.
  if (faccessat(fd, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 ||
      !Fails("unlink", path, 0)) {
    done = real_unlinkat(fd, name, flags);
    const int code = errno;
    if (done == 0) Note("unlink", path, "", 0, "", 0);
    errno = code;
  }
  pthread_mutex_unlock(&mutex);
  return done;
}
int unlink(const char* name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char* name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }
int remove(const char* name) {
  struct stat status;
  const int is_directory = lstat(name, &status) == 0 && S_ISDIR(status.st_mode);
  return unlinkat(AT_FDCWD, name, is_directory ? AT_REMOVEDIR : 0);
}

int mkdir(const char* name, mode_t mode) {
  REAL(int, mkdir, const char*, mode_t);
  char path[PATH_MAX];
  if (!Concerns(PathAt(AT_FDCWD, name, path))) return real_mkdir(name, mode);
  pthread_mutex_lock(&mutex);
  int done = -1;
  struct stat status;
  if (stat(path, &status) == 0 || !Fails("mkdir", path, 1)) {
    done = real_mkdir(name, mode);
    const int code = errno;
    if (done == 0) Note("mkdir", path, "", 0, "", 0);
    errno = code;
  }
  pthread_mutex_unlock(&mutex);
  return done;
}
