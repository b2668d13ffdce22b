/* What the commands of a match share. */
#ifndef DAEMON_COMMANDS_MATCH_H
#define DAEMON_COMMANDS_MATCH_H

#include <signal.h>

#include "daemon/commands.h"
#include "matching/matching.h"

#define MATCH_OUTPUT_BYTES ((size_t)4 << 30)

/* Set by SIGINT and SIGTERM. */
extern volatile sig_atomic_t match_is_stopped;

/* One match on the command line. */
struct match_work {
	struct call *call;
	struct arena *arena;
	struct matching_file files[MATCHING_KINDS];
	struct matching_input input;
	size_t percent;               /* that was said last */
};

/* What a plan's folder holds. */
struct match_parts {
	struct str bytes[MATCHING_KINDS];
	bool has[MATCHING_KINDS];
};

/* Each returns an exit code, EXIT_DONE where all is well; what is wrong was said on stderr. */
int match_begin(struct call *, struct match_work *);
int match_must_have(const struct call *, const char *option);
int match_read_file(struct match_work *, enum matching_kind, struct str path);
/* The file that the option names, if it does. */
int match_read_option(struct match_work *, enum matching_kind, const char *option);
int match_say_problems(struct match_work *);
int match_understand(struct match_work *);
int match_print_out(struct str bytes);
int match_write_folder(struct match_work *, struct str path, const struct match_parts *);
int match_passes_a_limit(void);

void match_say_warnings(struct match_work *);
const char *match_inside(struct match_work *, struct str folder, size_t kind);
struct str match_without_last_slashes(struct str path);

/* Judges the plan of groups whose files were read. */
int match_verify_groups_folder(struct match_work *);
/* A line a claim; 1 if one is false, 9 if one could not be looked at. */
int match_print_report(const struct match_report *);

#endif
