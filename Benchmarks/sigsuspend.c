// Valgrind 3.19 writes to the mask that it is given, and libdispatch's stands in memory that nothing can write to.
// Preloaded by Benchmarks/instructions, this gives Valgrind a copy.
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
    sigset_t copy = *mask;
    return (int)syscall(SYS_rt_sigsuspend, &copy, _NSIG / 8);
}
