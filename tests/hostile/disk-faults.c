/*
 * Stands between a program and its disk (LD_PRELOAD), for everything below the folder FAULT_FOLDER:
 * - fails as the file FAULT_CONTROL says, looked at each time: "S" no space is left, "I" nothing can be written or synced, "F" nothing can
 *   be synced, "R" nothing can be opened for writing; anything else, or no such file: works;
 * - copies each file, once it was synced, to the folder FAULT_SHADOW, which thus holds what a power cut would have left at the least.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int is_below(const char *path) {
  const char *folder = getenv("FAULT_FOLDER");
  return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_below(path);
}

static char fault(void) {
  const char *control = getenv("FAULT_CONTROL");
  char said = 0;
  int fd = control ? (int)open(control, O_RDONLY | O_CLOEXEC) : -1;
  if (fd < 0) return 0;
  if (read(fd, &said, 1) != 1) said = 0;
  close(fd);
  return said;
}

/* What a write ends with, or 0 where it may go on. */
static int write_fault(int fd) {
  char path[PATH_MAX];
  if (!path_of(fd, path)) return 0;
  char said = fault();
  return said == 'S' ? ENOSPC : said == 'I' ? EIO : 0;
}

ssize_t write(int fd, const void *bytes, size_t count) {
  REAL(write);
  int failed = write_fault(fd);
  if (failed) return errno = failed, -1;
  return real(fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  REAL(pwrite);
  int failed = write_fault(fd);
  if (failed) return errno = failed, -1;
  return real(fd, bytes, count, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  REAL(pwrite64);
  int failed = write_fault(fd);
  if (failed) return errno = failed, -1;
  return real(fd, bytes, count, at);
}

static void keep(int fd) {
  const char *shadow = getenv("FAULT_SHADOW");
  char path[PATH_MAX], copy[PATH_MAX + 16], part[PATH_MAX + 32], bytes[65536];
  struct stat found;
  if (!shadow || !path_of(fd, path) || fstat(fd, &found) != 0 || !S_ISREG(found.st_mode)) return;
  ssize_t (*write_really)(int, const void *, size_t) = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
  snprintf(copy, sizeof copy, "%s/%s", shadow, strrchr(path, '/') + 1);
  snprintf(part, sizeof part, "%s.part", copy);
  int from = open(path, O_RDONLY | O_CLOEXEC), to = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  for (ssize_t count; from >= 0 && to >= 0 && (count = read(from, bytes, sizeof bytes)) > 0;)
    if (write_really(to, bytes, (size_t)count) != count) abort();
  close(from);
  close(to);
  rename(part, copy);
}

/* What is gone stays gone: SQLite syncs the folder after it. */
int unlink(const char *path) {
  REAL(unlink);
  const char *shadow = getenv("FAULT_SHADOW");
  char copy[PATH_MAX + 16];
  if (shadow && is_below(path)) {
    snprintf(copy, sizeof copy, "%s/%s", shadow, strrchr(path, '/') + 1);
    real(copy);
  }
  return real(path);
}

static int sync_fault(int fd) {
  char path[PATH_MAX];
  if (!path_of(fd, path)) return 0;
  char said = fault();
  return said == 'I' || said == 'F' ? EIO : 0;
}

int fsync(int fd) {
  REAL(fsync);
  int failed = sync_fault(fd);
  if (failed) return errno = failed, -1;
  int done = real(fd);
  if (done == 0) keep(fd);
  return done;
}

int fdatasync(int fd) {
  REAL(fdatasync);
  int failed = sync_fault(fd);
  if (failed) return errno = failed, -1;
  int done = real(fd);
  if (done == 0) keep(fd);
  return done;
}

static int open_fault(const char *path, int flags) {
  return (flags & (O_WRONLY | O_RDWR)) && is_below(path) && fault() == 'R';
}

int open(const char *path, int flags, ...) {
  REAL(open);
  va_list more;
  va_start(more, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;
  va_end(more);
  if (open_fault(path, flags)) return errno = EACCES, -1;
  return real(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  REAL(open64);
  va_list more;
  va_start(more, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(more, mode_t) : 0;
  va_end(more);
  if (open_fault(path, flags)) return errno = EACCES, -1;
  return real(path, flags, mode);
}
