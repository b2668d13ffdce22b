/* What the commands about backups share, and the hold on a data folder. */
#ifndef DAEMON_COMMANDS_BACKUP_H
#define DAEMON_COMMANDS_BACKUP_H

#include "daemon/backup.h"

struct process;
struct visit;

/* Takes hold of the data folder for as long as this process lives, so that it is served once and never restored meanwhile. Nothing to hold
 * with PostgreSQL. EXIT_CONFLICT, with words on stderr, if another process has it. */
int folder_claim(struct call *);

/* Where the database is; an exit code, with words on stderr. */
int backup_database(struct call *, const char **out);
/* Makes signals end the work cleanly, and a limit on file sizes answer like a full disk. */
void backup_begin(struct call *, struct backup_work *);
/* The secret key of --key-file; *out is NULL without it. */
int backup_read_secret(struct call *, struct secret *room, const struct secret **out);
/* What was found on stdout, what was wrong on stderr; gives the code back. */
int backup_says(const struct backup_work *, int code, struct str about);
/* A row for the page of backups, in the turn that is open. */
enum outcome backup_write_down(struct visit *, const struct backup_content *, struct str path, bool is_restored);
/* Restores that file into a folder that nobody else sees, checks all of it and takes it away again. What was wrong stands in the work; about
 * --key-file it was said already, and the work has no words. */
int backup_try(struct call *, struct backup_work *, const char *file, struct backup_content *);
/* Writes something down for the page of the administrators, while the server may serve; false: it could not. */
bool backup_tell_page(struct call *, const char *database, enum outcome (*)(struct visit *, void *), void *);
/* The newest backup in DIR/backups that was made at --before or earlier; an exit code, with words on stderr. */
int backup_find(struct call *, struct backup_work *, const char **out);

/* Opens a database of ours outside its folder's settings, but by its clock, for writing; closed by process_close() whatever comes. */
enum outcome backup_open(struct call *, const char *database, struct process *);

#endif
