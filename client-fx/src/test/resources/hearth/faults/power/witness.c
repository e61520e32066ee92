/*
 * Preloaded into a program on Linux, it does two things.
 *
 * It notes, in the order in which they happened, the writes, truncations, syncs, removals and renamings of the files below the folder
 * HEARTH_WITNESS_FOLDER, and what is written to standard output, in the file HEARTH_WITNESS_LOG, with the monotonic time before and after
 * each: DiskRecording reads it.
 *
 * It moves the wall clock by the nanoseconds that stand, as one number in the machine's form, in the file HEARTH_WITNESS_CLOCK, which may be
 * changed while the program runs. The monotonic clock stays.
 *
 * Everything goes straight to the kernel, so that nothing depends on when the loader resolves what.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define MOST_FILES 65536
#define NANOS 1000000000LL

enum act { WRITE = 1, TRUNCATE = 2, SYNC = 3, REMOVE = 4, RENAME = 5, PRINT = 6 };

/* Before the path, the other path, and the bytes of each act. */
struct head {
    int64_t began;
    int64_t ended;
    int64_t offset;
    int32_t act;
    int32_t path_bytes;
    int32_t other_bytes;
    int32_t data_bytes;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *paths[MOST_FILES];
static const char *folder;
static int log_file = -1;
static const volatile int64_t *clock_offset;

static int64_t monotonic(void) {
    struct timespec now;
    syscall(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
    return now.tv_sec * NANOS + now.tv_nsec;
}

__attribute__((constructor)) static void begin(void) {
    const char *log = getenv("HEARTH_WITNESS_LOG");
    const char *clock = getenv("HEARTH_WITNESS_CLOCK");
    folder = getenv("HEARTH_WITNESS_FOLDER");
    if (log != NULL && folder != NULL) {
        log_file = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
    if (clock != NULL) {
        int file = syscall(SYS_openat, AT_FDCWD, clock, O_RDONLY | O_CLOEXEC, 0);
        void *mapped = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
        clock_offset = mapped == MAP_FAILED ? NULL : mapped;
        syscall(SYS_close, file);
    }
}

/* The disk: everything that is noted happens under the lock, so that the order of the notes is the order of the acts. */

static int is_watched(const char *path) {
    return log_file >= 0 && path != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

static const char *path_of(int file) {
    return log_file >= 0 && file >= 0 && file < MOST_FILES ? paths[file] : NULL;
}

static void note(enum act act, int64_t began, const char *path, const char *other, int64_t offset, const void *data, size_t count) {
    int before = errno;
    struct head head = {
        .began = began,
        .ended = monotonic(),
        .offset = offset,
        .act = act,
        .path_bytes = strlen(path),
        .other_bytes = strlen(other),
        .data_bytes = count,
    };
    struct iovec parts[] = {
        {&head, sizeof head},
        {(void *) path, head.path_bytes},
        {(void *) other, head.other_bytes},
        {(void *) data, count},
    };
    if (syscall(SYS_writev, log_file, parts, 4) != (long) (sizeof head + head.path_bytes + head.other_bytes + count)) {
        abort();
    }
    errno = before;
}

static int open_any(int at, const char *path, int flags, mode_t mode) {
    if (!is_watched(path)) {
        return syscall(SYS_openat, at, path, flags, mode);
    }
    pthread_mutex_lock(&lock);
    int64_t began = monotonic();
    int file = syscall(SYS_openat, at, path, flags, mode);
    if (file >= 0 && file < MOST_FILES) {
        paths[file] = strdup(path);
        if (flags & O_TRUNC) {
            note(TRUNCATE, began, path, "", 0, "", 0);
        }
    }
    pthread_mutex_unlock(&lock);
    return file;
}

static mode_t mode_of(int flags, va_list more) {
    return flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
}

#define OPEN(name, before, at, extra)                             \
    int name(before const char *path, int flags, ...) {           \
        va_list more;                                             \
        va_start(more, flags);                                    \
        mode_t mode = mode_of(flags, more);                       \
        va_end(more);                                             \
        return open_any(at, path, flags | extra, mode);           \
    }
#define NOTHING
#define AT int at,
OPEN(open, NOTHING, AT_FDCWD, 0)
OPEN(open64, NOTHING, AT_FDCWD, O_LARGEFILE)
OPEN(openat, AT, at, 0)
OPEN(openat64, AT, at, O_LARGEFILE)

int creat(const char *path, mode_t mode) {
    return open_any(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

int creat64(const char *path, mode_t mode) {
    return creat(path, mode);
}

int close(int file) {
    if (path_of(file) != NULL) {
        pthread_mutex_lock(&lock);
        free(paths[file]);
        paths[file] = NULL;
        pthread_mutex_unlock(&lock);
    }
    return syscall(SYS_close, file);
}

static ssize_t write_at(int file, const void *data, size_t count, int64_t offset) {
    pthread_mutex_lock(&lock);
    int64_t began = monotonic();
    ssize_t written = syscall(SYS_pwrite64, file, data, count, offset);
    if (written > 0) {
        note(WRITE, began, paths[file], "", offset, data, written);
    }
    pthread_mutex_unlock(&lock);
    return written;
}

ssize_t pwrite(int file, const void *data, size_t count, off_t offset) {
    return path_of(file) == NULL ? syscall(SYS_pwrite64, file, data, count, offset) : write_at(file, data, count, offset);
}

ssize_t pwrite64(int file, const void *data, size_t count, off64_t offset) {
    return pwrite(file, data, count, offset);
}

static ssize_t print(const void *data, size_t count) {
    pthread_mutex_lock(&lock);
    int64_t began = monotonic();
    ssize_t written = syscall(SYS_write, STDOUT_FILENO, data, count);
    if (written > 0) {
        note(PRINT, began, folder, "", 0, data, written);
    }
    pthread_mutex_unlock(&lock);
    return written;
}

ssize_t write(int file, const void *data, size_t count) {
    if (log_file >= 0 && file == STDOUT_FILENO) {
        return print(data, count);
    }
    if (path_of(file) == NULL) {
        return syscall(SYS_write, file, data, count);
    }
    ssize_t written = write_at(file, data, count, lseek(file, 0, SEEK_CUR));
    if (written > 0) {
        lseek(file, written, SEEK_CUR);
    }
    return written;
}

int ftruncate(int file, off_t size) {
    if (path_of(file) == NULL) {
        return syscall(SYS_ftruncate, file, size);
    }
    pthread_mutex_lock(&lock);
    int64_t began = monotonic();
    int result = syscall(SYS_ftruncate, file, size);
    if (result == 0) {
        note(TRUNCATE, began, paths[file], "", size, "", 0);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

int ftruncate64(int file, off64_t size) {
    return ftruncate(file, size);
}

static int sync_by(long call, int file) {
    if (path_of(file) == NULL) {
        return syscall(call, file);
    }
    pthread_mutex_lock(&lock);
    int64_t began = monotonic();
    int result = syscall(call, file);
    if (result == 0) {
        note(SYNC, began, paths[file], "", 0, "", 0);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

int fsync(int file) {
    return sync_by(SYS_fsync, file);
}

int fdatasync(int file) {
    return sync_by(SYS_fdatasync, file);
}

int unlink(const char *path) {
    if (!is_watched(path)) {
        return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    }
    pthread_mutex_lock(&lock);
    int64_t began = monotonic();
    int result = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (result == 0) {
        note(REMOVE, began, path, "", 0, "", 0);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

int rename(const char *from, const char *to) {
    if (!is_watched(from)) {
        return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
    }
    pthread_mutex_lock(&lock);
    int64_t began = monotonic();
    int result = syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
    if (result == 0) {
        note(RENAME, began, from, to, 0, "", 0);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

/* The clocks. */

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = syscall(SYS_clock_gettime, clock, now);
    if (result == 0 && clock_offset != NULL && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        int64_t nanos = now->tv_nsec + *clock_offset % NANOS;
        int64_t carry = nanos < 0 ? -1 : nanos / NANOS;
        now->tv_sec += *clock_offset / NANOS + carry;
        now->tv_nsec = nanos - carry * NANOS;
    }
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    struct timespec precise;
    (void) zone;
    int result = clock_gettime(CLOCK_REALTIME, &precise);
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
    return result;
}

time_t time(time_t *result) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (result != NULL) {
        *result = now.tv_sec;
    }
    return now.tv_sec;
}
