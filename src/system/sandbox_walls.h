/* The two walls that sandbox.c builds; private to it. */
#ifndef SYSTEM_SANDBOX_WALLS_H
#define SYSTEM_SANDBOX_WALLS_H

#include "system/sandbox.h"

/* The sanitizers look at themselves through /proc and at their own file; only a build for tests has them. */
#if defined(__SANITIZE_ADDRESS__)
#define SANDBOX_IS_CHECKED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANDBOX_IS_CHECKED 1
#endif
#endif
#ifndef SANDBOX_IS_CHECKED
#define SANDBOX_IS_CHECKED 0
#endif

/* Landlock. Prepared first, because it needs paths that may be missing (NOT_FOUND, nothing done); closes the door once all is ready.
 * ruleset is -1 where the kernel has none. */
int sandbox_files_abi(void);
enum outcome sandbox_files_prepare(const struct sandbox *, int abi, int *ruleset);
enum outcome sandbox_files_close(int ruleset);

/* The filter of calls. false: it could not be loaded. */
bool sandbox_calls_close(const struct sandbox *);

#endif
