/* Sealing a process, wall by wall; the filter of calls last, because the others need calls that it refuses. */
#include "system/sandbox.h"

#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/check.h"
#include "base/limits.h"
#include "system/log.h"
#include "system/sandbox_walls.h"

enum { OWN_DESCRIPTORS = 64, WRITER_DESCRIPTORS = 256, KEEPER_DESCRIPTORS = 1024 };

#if SANDBOX_IS_CHECKED
static int is_sealed;

/* Looking for leaks at the end needs a second thread that traces the first: in a sealed process there is none. */
int __lsan_is_turned_off(void);
int
__lsan_is_turned_off(void)
{
	return is_sealed;
}
#endif

struct sandbox_kernel
sandbox_kernel(void)
{
	uint32_t kill_process = SECCOMP_RET_KILL_PROCESS;

	return (struct sandbox_kernel){
		.landlock = sandbox_files_abi(), .has_filter = syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &kill_process) == 0,
	};
}

/* At least so many descriptors, and no more where no child needs them. A lower ceiling of the machine's is told. */
static bool
limit_descriptors(rlim_t count, bool has_children)
{
	struct rlimit limit;
	rlim_t most;

	if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
		return false;
	most = limit.rlim_max;
	if (most < count)
		LOG(LOG_WARN, "descriptors", LOG_WHOLE("wanted", count), LOG_WHOLE("allowed", most),
		    LOG_TEXT("words", S("the system allows too few open files: fewer connections than the limit fit (ulimit -n, LimitNOFILE=)")));
	limit.rlim_cur = most < count ? most : count;
	if (!has_children)
		limit.rlim_max = limit.rlim_cur;
	return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

static bool
set_limits(enum sandbox_role role)
{
	static const struct rlimit none;
	static const rlim_t descriptors[SANDBOX_ROLES] = {
		[SANDBOX_KEEPER] = KEEPER_DESCRIPTORS, [SANDBOX_WEB] = LIMIT_CONNECTIONS + OWN_DESCRIPTORS,
		[SANDBOX_WRITER] = WRITER_DESCRIPTORS, [SANDBOX_WORKER] = WRITER_DESCRIPTORS, [SANDBOX_COURIER] = WRITER_DESCRIPTORS,
	};
	bool has_children = role == SANDBOX_KEEPER, has_threads = role == SANDBOX_COURIER;    /* libcurl resolves names in a thread */

	if (setrlimit(RLIMIT_CORE, &none) != 0 || !limit_descriptors(descriptors[role], has_children))
		return false;
	return has_children || has_threads || setrlimit(RLIMIT_NPROC, &none) == 0;
}

static void
say_what_holds(struct sandbox_kernel kernel)
{
	if (kernel.landlock == 0)
		LOG(LOG_WARN, "sandbox", LOG_TEXT("words", S("this kernel has no Landlock: this process is not kept from files and ports")));
	if (!kernel.has_filter)
		LOG(LOG_WARN, "sandbox", LOG_TEXT("words", S("this kernel has no seccomp: this process may make any system call")));
	LOG(LOG_INFO, "sealed", LOG_WHOLE("landlock", kernel.landlock), LOG_WHOLE("seccomp", kernel.has_filter));
}

enum outcome
sandbox_seal(const struct sandbox *sandbox)
{
	struct sandbox_kernel kernel = sandbox_kernel();
	int ruleset = -1;

	TRY(sandbox_files_prepare(sandbox, kernel.landlock, &ruleset));
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || !set_limits(sandbox->role))
		return FILE_FAILED;
	TRY(sandbox_files_close(ruleset));
	if (kernel.has_filter && !sandbox_calls_close(sandbox))
		return FILE_FAILED;
#if SANDBOX_IS_CHECKED
	is_sealed = 1;
#endif
	say_what_holds(kernel);
	return OK;
}
