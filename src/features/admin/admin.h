/* Running the server: what the command line asks of this room. */
#ifndef ADMIN_ADMIN_H
#define ADMIN_ADMIN_H

#include "access/visit.h"
#include "later/later.h"

/* True while nobody has been set up: the first start prints a set-up link then. */
bool server_is_fresh(struct visit *);
/* When the newest thing happened that the record knows; none if there is nothing. */
enum outcome server_newest(struct visit *, struct moment *out);

/* Makes the person of a form with name, email and zone an administrator, who has the address already or is new; and the coordinator of a programme. */
enum outcome admin_make(struct visit *, struct values *form, struct person_id *out);
enum outcome admin_coordinates(struct visit *, struct str slug, struct person_id);
/* Both, by the operator: sent holds name, email and zone; programme may be empty. BAD_INPUT with a complaint; NOT_FOUND: no such programme. */
enum outcome admin_create(struct visit *, const struct pairs *sent, struct str programme, struct str *complaint);

/* The courier says whether a channel works, before that is stored: coordinators and administrators hear of an outage that lasts, once, and of its end
 * (T32, L49). */
enum outcome admin_channel_changes(struct visit *, struct str name, bool is_up);
job_handler channel_watch_due;

/* A backup that was made, or that this database came out of; all of it lies in the file's manifest. */
struct backup_facts {
	struct str path;
	struct moment made_at, restored_at;      /* restored_at: none unless it was restored */
	int64_t file_bytes, database_bytes, people, schema;
	struct str key_name;                     /* empty: not sealed */
	struct str sha256;                       /* 32 bytes */
};

/* Writes it down, in the turn that is open, and forgets all but the newest hundred. */
enum outcome backup_note(struct visit *, const struct backup_facts *);
/* Writes down how restoring it as a trial went; nothing if it was not made here. */
enum outcome backup_tried(struct visit *, struct str path, int64_t took_ms, bool is_well);
/* When the newest one was made (none: never), and whether that is too long ago. */
enum outcome backup_newest(struct visit *, struct moment *made_at, bool *is_late);

#endif
