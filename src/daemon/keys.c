/* Reading or making the master key. A database that was sealed before is never given a new one: its seeds would be lost in silence. */
#include "daemon/keys.h"

#include <stdio.h>

#include "access/access.h"
#include "base/arena.h"
#include "daemon/call.h"
#include "system/file.h"

enum { FIRST_KEY = 1 };

static int
complain(struct str path, const char *words)
{
	fprintf(stderr, "mentord: the master key \"%.*s\" %s\n", STR_FORMAT(path), words);
	return EXIT_CANNOT_REACH;
}

static int
make_key(struct call *call, struct process *p, struct str path, struct secret *master)
{
	bool is_sealed;

	if (seal_is_proved(call_visit(call, p), &is_sealed) != OK)
		return complain(path, "cannot be judged: the database does not answer");
	if (is_sealed)
		return complain(path, "is missing, and this database was sealed with it; put it back, or say where it is with --master-key-file");
	if (seal_master_make(&file_system, call->arena, str_c(call->arena, path), master) != OK)
		return complain(path, "cannot be made");
	call_notes(call, "mentord: made the master key \"%.*s\"; keep a copy apart from every copy of the database, and in production the key "
	    "itself too (--master-key-file)\n", STR_FORMAT(path));
	return EXIT_DONE;
}

static enum outcome
prove(struct visit *v, void *self)
{
	(void)self;
	return seal_prove(v);
}

int
keys_open(struct call *call, struct process *p, struct orders *orders)
{
	struct str path = call->settings.master_key_file;
	struct secret master;
	enum outcome said;
	int code = EXIT_DONE;

	if (str_is_empty(path))
		path = str_join(call->arena, 2, (struct str[]){ call->settings.dir, S("/master.key") });
	said = seal_master_read(&file_system, call->arena, str_c(call->arena, path), &master);
	if (said == NOT_FOUND)
		code = make_key(call, p, path, &master);
	else if (said != OK)
		code = complain(path, said == SEAL_BROKEN ? "does not hold 32 bytes" : "cannot be read");
	if (code != EXIT_DONE)
		return code;
	seal_derive(&master, FIRST_KEY, &orders->ring);
	seal_forget(&master);
	p->world.server.ring = orders->ring;
	said = call_turn(call, p, prove, NULL);    /* the first time, the proof is written */
	if (said == SEAL_BROKEN)
		return complain(path, "is not the one that sealed this database");
	return said == OK ? EXIT_DONE : complain(path, "cannot be tried: the database does not answer");
}
