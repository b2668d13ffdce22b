/* Which system calls a role may make. A call that is forbidden to a role ends it; one that is merely not listed answers "no such call". */
#include <errno.h>
#include <linux/netlink.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/check.h"
#include "system/sandbox_walls.h"

/* Filters are inherited: what a child does until it seals itself, and ever after, the keeper's filter must let through. So the keeper
 * may what any role may, the courier's calls of other servers among it (docs/decisions/0021), and what a program needs to start (START);
 * what is the keeper's alone says KEEPER. A courier is OUTWARD, or SHUT where it has nothing to do outside. */
enum {
	KEEPER = 1 << SANDBOX_KEEPER, WEB = 1 << SANDBOX_WEB, WRITER = 1 << SANDBOX_WRITER, WORKER = 1 << SANDBOX_WORKER,
	COURIER = 1 << SANDBOX_COURIER, START = 1 << SANDBOX_ROLES, OUTWARD = 1 << (SANDBOX_ROLES + 1), SHUT = 1 << (SANDBOX_ROLES + 2), INWARD = WEB | WRITER | WORKER, ROLES = INWARD | COURIER, ANY = KEEPER | ROLES
};

struct call {
	int number;
	unsigned who;
};

#define CALL(name, who_) { .number = SCMP_SYS(name), .who = (who_) }

static const struct call allowed[] = {
	/* bytes */
	CALL(read, ANY), CALL(readv, ANY), CALL(write, ANY), CALL(writev, ANY), CALL(pread64, ANY), CALL(pwrite64, WRITER), CALL(lseek, ANY),
	CALL(close, ANY), CALL(fcntl, ANY), CALL(fstat, ANY), CALL(newfstatat, ANY), CALL(stat, ANY), CALL(lstat, ANY), CALL(statx, ANY),
	CALL(open, ANY), CALL(openat, ANY), CALL(access, ANY), CALL(faccessat, ANY), CALL(faccessat2, ANY), CALL(readlink, ANY),
	CALL(readlinkat, ANY), CALL(getcwd, ANY),
	/* files that grow, shrink and go */
	CALL(fsync, WRITER | COURIER), CALL(fdatasync, WRITER), CALL(ftruncate, WRITER), CALL(unlink, WRITER | COURIER), CALL(unlinkat, WRITER),
	CALL(rename, COURIER),
	CALL(fchmod, WRITER), CALL(fchown, WRITER),
	/* sockets that are there */
	CALL(recvfrom, ROLES), CALL(recvmsg, ROLES), CALL(sendto, ROLES), CALL(sendmsg, ROLES), CALL(getsockopt, ROLES), CALL(getsockname, ROLES),
	CALL(getpeername, ROLES), CALL(setsockopt, WEB | COURIER), CALL(shutdown, WEB | COURIER), CALL(accept, WEB), CALL(accept4, WEB), CALL(epoll_create, WEB),
	CALL(epoll_create1, WEB | COURIER), CALL(epoll_ctl, WEB | COURIER), CALL(epoll_wait, WEB), CALL(epoll_pwait, WEB), CALL(eventfd2, WEB | COURIER),
	CALL(pipe2, WEB | COURIER),
	/* other people's servers, and a thread that asks for their names; clone below */
	CALL(socketpair, OUTWARD), CALL(set_robust_list, COURIER), CALL(rseq, COURIER), CALL(sendmmsg, OUTWARD), CALL(recvmmsg, OUTWARD),
	CALL(socket, OUTWARD), CALL(connect, OUTWARD),
	/* waiting, time, chance */
	CALL(poll, ROLES), CALL(ppoll, ROLES), CALL(nanosleep, ROLES), CALL(clock_nanosleep, ROLES), CALL(clock_gettime, ANY),
	CALL(clock_getres, ANY), CALL(gettimeofday, ANY), CALL(time, ANY), CALL(getrandom, ANY), CALL(restart_syscall, ANY),
	/* memory and self; mmap, mprotect, tgkill, prlimit64 below */
	CALL(munmap, ANY), CALL(mremap, ANY), CALL(madvise, ANY), CALL(brk, ANY), CALL(futex, ANY), CALL(getpid, ANY), CALL(getppid, ANY),
	CALL(gettid, ANY), CALL(getuid, ANY), CALL(geteuid, ANY), CALL(getgid, ANY), CALL(getegid, ANY), CALL(uname, ANY), CALL(sysinfo, ANY),
	CALL(getrusage, ANY), CALL(sched_getaffinity, ANY), CALL(sched_yield, ANY), CALL(rt_sigaction, ANY), CALL(rt_sigprocmask, ANY),
	CALL(rt_sigreturn, ANY), CALL(sigaltstack, ANY), CALL(exit, ANY), CALL(exit_group, ANY),
	/* children; clone, ioctl below */
	CALL(wait4, KEEPER), CALL(waitid, KEEPER), CALL(kill, KEEPER), CALL(rt_sigtimedwait, KEEPER), CALL(close_range, KEEPER),
	CALL(pipe, KEEPER), CALL(fork, KEEPER), CALL(execve, KEEPER),
	/* a program that starts, and seals itself */
	CALL(arch_prctl, START), CALL(set_tid_address, START), CALL(prctl, START),
	CALL(seccomp, START), CALL(landlock_create_ruleset, START), CALL(landlock_add_rule, START), CALL(landlock_restrict_self, START),
	CALL(getrlimit, START), CALL(setrlimit, START), CALL(getdents64, START), CALL(fadvise64, START), CALL(statfs, START),
	CALL(fstatfs, START), CALL(personality, START), CALL(dup, START), CALL(dup2, START), CALL(dup3, START),
	CALL(getgroups, START),
};

/* Whoever makes one of these has been taken over, or is our bug. */
static const struct call forbidden[] = {
	CALL(ptrace, ANY), CALL(process_vm_readv, ANY), CALL(process_vm_writev, ANY), CALL(pidfd_getfd, ANY), CALL(listen, ANY),
	CALL(execveat, ANY), CALL(bind, INWARD | SHUT), CALL(socket, INWARD | SHUT), CALL(socketpair, INWARD | SHUT), CALL(connect, INWARD | SHUT), CALL(fork, ROLES),
	CALL(vfork, ROLES), CALL(clone, INWARD | SHUT), CALL(clone3, INWARD), CALL(execve, ROLES), CALL(accept, WRITER | WORKER | COURIER),
	CALL(accept4, WRITER | WORKER | COURIER),
};

static bool
let(scmp_filter_ctx filter, int number)
{
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0) == 0;
}

static bool
let_if(scmp_filter_ctx filter, int number, struct scmp_arg_cmp condition)
{
	return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number, 1, &condition) == 0;
}

static unsigned
who_is(const struct sandbox *sandbox)
{
	unsigned role = 1u << sandbox->role;

	return role | (sandbox->role == SANDBOX_COURIER ? (unsigned)(sandbox->has_network ? OUTWARD : SHUT) : 0);
}

static bool
may(const struct sandbox *sandbox, const struct call *call)
{
	return sandbox->role == SANDBOX_KEEPER || (call->who & who_is(sandbox)) != 0;
}

static bool
is_forbidden(const struct sandbox *sandbox, const struct call *call)
{
	return (call->who & who_is(sandbox)) != 0;
}

/* The keeper's filter stands while a program is loaded: there memory that runs must be had, and signals go to other processes. Nobody
 * gets namespaces of their own. */
static bool
add_conditions_of_keeper(scmp_filter_ctx filter)
{
	uint64_t spaces = CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET;

	return let(filter, SCMP_SYS(mmap)) && let(filter, SCMP_SYS(mprotect)) && let(filter, SCMP_SYS(tgkill)) &&
	    let(filter, SCMP_SYS(prlimit64)) && let_if(filter, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, spaces, 0)) &&
	    let_if(filter, SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, TCGETS)) && let_if(filter, SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_EQ, FIONREAD));
}

/* Looking up a name asks the kernel for our own addresses through a netlink socket: the only bind() that merely fails, told by its length.
 * A thread is not a process. */
static bool
add_conditions_of_courier(scmp_filter_ctx filter)
{
	return seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(bind), 1, SCMP_A2(SCMP_CMP_NE, sizeof(struct sockaddr_nl), 0)) == 0 &&
	    let_if(filter, SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM));
}

/* No memory becomes code, no limit is changed, the only process that is ended is this one (abort). */
static bool
add_conditions_of_role(scmp_filter_ctx filter, const struct sandbox *sandbox)
{
	if (sandbox->role == SANDBOX_COURIER && sandbox->has_network && !add_conditions_of_courier(filter))
		return false;
	return let_if(filter, SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) &&
	    let_if(filter, SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) &&
	    let_if(filter, SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid())) &&
	    let_if(filter, SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_EQ, 0));
}

static bool
add_all(scmp_filter_ctx filter, const struct sandbox *sandbox)
{
	for (size_t i = 0; i < ARRAY_LENGTH(forbidden); i++)
		if (is_forbidden(sandbox, &forbidden[i]) && seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, forbidden[i].number, 0) != 0)
			return false;
	for (size_t i = 0; i < ARRAY_LENGTH(allowed); i++)
		if (may(sandbox, &allowed[i]) && !let(filter, allowed[i].number))
			return false;
	return sandbox->role == SANDBOX_KEEPER ? add_conditions_of_keeper(filter) : add_conditions_of_role(filter, sandbox);
}

bool
sandbox_calls_close(const struct sandbox *sandbox)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
	bool is_closed;

	if (filter == NULL)
		return false;
	is_closed = seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 && add_all(filter, sandbox) &&
	    seccomp_load(filter) == 0;
	seccomp_release(filter);
	return is_closed;
}
