/* LD_PRELOAD: note every change of a file in the folder $WATCHED in the file $DISK_LOG, in order.
 *
 * A note is one kind ("C"reated, "W"ritten, "T"runcated, "S"ynced, "R"emoved, "A"cknowledged),
 * three little-endian numbers of eight bytes (position, length of the name, length of the data),
 * then name and data. power_cuts.py rebuilds from it what could be on the disk after a power cut.
 * SQLite's own shared memory ("-shm") holds nothing that must survive, and is left out.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FILES 4096
#define LONGEST 512
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int log_file = -1;
static char names[FILES][LONGEST];

static int is_watched(const char *path) {
    const char *folder = getenv("WATCHED");
    return folder && path && !strncmp(path, folder, strlen(folder)) && !strstr(path, "-shm");
}

static int is_known(int file) { return file >= 0 && file < FILES && names[file][0]; }

static void note(char kind, const char *name, uint64_t position, const void *data, uint64_t length) {
    uint64_t numbers[3] = {position, strlen(name), length};
    size_t whole = 1 + sizeof numbers + numbers[1] + length;
    char *all = malloc(whole);
    if (log_file < 0) log_file = NEXT(open)(getenv("DISK_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    all[0] = kind;
    memcpy(all + 1, numbers, sizeof numbers);
    memcpy(all + 1 + sizeof numbers, name, numbers[1]);
    if (length) memcpy(all + 1 + sizeof numbers + numbers[1], data, length);
    if (NEXT(write)(log_file, all, whole) != (ssize_t)whole) abort();
    free(all);
}

static int opened(int file, const char *path, int flags) {
    if (file < 0 || file >= FILES) return file;
    names[file][0] = 0;
    if (is_watched(path)) {
        strncpy(names[file], path, LONGEST - 1);
        if (flags & O_CREAT) note('C', path, 0, NULL, 0);
    }
    return file;
}

#define OPEN(name)                                        \
    int name(const char *path, int flags, ...) {          \
        va_list rest;                                     \
        va_start(rest, flags);                            \
        int mode = va_arg(rest, int);                     \
        va_end(rest);                                     \
        return opened(NEXT(name)(path, flags, mode), path, flags); \
    }
OPEN(open)
OPEN(open64)

#define PWRITE(name, offset_type)                                                         \
    ssize_t name(int file, const void *data, size_t length, offset_type position) {       \
        ssize_t done = NEXT(name)(file, data, length, position);                          \
        if (done > 0 && is_known(file)) note('W', names[file], position, data, done);     \
        return done;                                                                      \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int file, const void *data, size_t length) {
    off_t position = is_known(file) ? lseek(file, 0, SEEK_CUR) : 0;
    ssize_t done = NEXT(write)(file, data, length);
    if (done > 0 && is_known(file)) note('W', names[file], position, data, done);
    return done;
}

#define TRUNCATE(name, offset_type)                                         \
    int name(int file, offset_type length) {                                \
        int failed = NEXT(name)(file, length);                              \
        if (!failed && is_known(file)) note('T', names[file], length, NULL, 0); \
        return failed;                                                      \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                     \
    int name(int file) {                                               \
        int failed = NEXT(name)(file);                                 \
        if (!failed && is_known(file)) note('S', names[file], 0, NULL, 0); \
        return failed;                                                 \
    }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
    int failed = NEXT(unlink)(path);
    if (!failed && is_watched(path)) note('R', path, 0, NULL, 0);
    return failed;
}

int close(int file) {
    if (file >= 0 && file < FILES) names[file][0] = 0;
    return NEXT(close)(file);
}

/* Called by the writer when a save has returned. */
void acknowledge(uint64_t number) { note('A', "", number, NULL, 0); }
