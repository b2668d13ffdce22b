/* The power cut. A story runs once on a recording disk; then, for every place of the record, the disk is built as a cut there may have left
 * it: what was synced stands, of the rest each write may be missing, torn by sectors of 512 bytes or come in another order, and a file
 * may not have been made or removed yet. SQLite's own VFS opens that; what was answered must be there. TRUST.md R4. */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/check.h"
#include "sql/engine.h"
#include "torture.h"

enum { PENDING_MOST = 1 << 16, TORN_BYTES = 512, PATH_MOST = 300, REPORTED_MOST = 5 };

/* How what was not synced fares. */
enum cut_kind { CUT_DROPS_ALL, CUT_KEEPS_ALL, CUT_DROPS_SOME, CUT_TEARS_AND_SHUFFLES, CUT_KINDS };

struct cut {
	size_t at;                /* operations that happened */
	enum cut_kind kind;
	uint64_t chance;          /* of this cut */
};

static struct {
	const struct plan *plan;
	struct tape tape;
	bool is_recording;
	size_t from;              /* cuts begin here: the set-up of a programme is the same in every story, the first one's counts */
	struct disk *disk, *kept, *image;
	size_t pending[PENDING_MOST];
	size_t pending_count;
	uint64_t last, next;      /* digests: what was answered, and what is being committed; 0 = none */
	bool is_known;            /* kept has not changed since it was opened, and its digest was: */
	uint64_t known;
	unsigned failed;
	uint64_t cuts;
} power;

enum outcome __real_sql_commit(struct db *db);
enum outcome __wrap_sql_commit(struct db *db);

/* Every COMMIT is answered at once: here the ledger is written. */
enum outcome
__wrap_sql_commit(struct db *db)
{
	enum outcome said = __real_sql_commit(db);
	struct digest digest;

	if (power.is_recording && said == OK && judge_digest(db, &digest) == OK)
		tape_kept(&power.tape, digest.exact);
	return said;
}

static uint64_t
chance_more(uint64_t *chance)
{
	*chance = mix(*chance);
	return *chance;
}

/* --- from the record to a disk --- */

static void
write_part(struct disk_file *file, const struct op *op, uint32_t from, uint32_t length)
{
	uint32_t end = op->at + from + length;

	if (end > file->length) {
		memset(file->at + file->length, 0, end - file->length);
		file->length = end;
	}
	memcpy(file->at + op->at + from, power.tape.bytes + op->bytes + from, length);
}

/* Each sector of the write arrives or not. */
static void
write_torn(struct disk_file *file, const struct op *op, uint64_t *chance)
{
	uint32_t from = 0;

	while (from < op->length) {
		uint32_t to = ((op->at + from) / TORN_BYTES + 1) * TORN_BYTES - op->at;

		if (to > op->length)
			to = op->length;
		if (chance_more(chance) % 2 == 0)
			write_part(file, op, from, to - from);
		from = to;
	}
}

static void
apply(struct disk *disk, const struct op *op)
{
	struct disk_file *file = &disk->files[op->file];

	if (op->kind == OP_WRITE)
		write_part(file, op, 0, op->length);
	if (op->kind == OP_TRUNCATE && op->at < file->length)
		file->length = op->at;
	if (op->kind == OP_MAKE || op->kind == OP_DROP)
		file->is_there = op->kind == OP_MAKE;
}

static bool
is_settled_by(const struct op *pending, const struct op *sync)
{
	bool is_of_folder = pending->kind == OP_MAKE || pending->kind == OP_DROP;

	return sync->kind == OP_FOLDER ? is_of_folder : !is_of_folder && pending->file == sync->file;
}

/* One operation happens. */
static void
happen(size_t at)
{
	const struct op *op = &power.tape.ops[at];
	size_t left = 0;

	if (op->kind == OP_KEPT) {
		power.last = op->bytes;
		return;
	}
	if (op->kind != OP_SYNC && op->kind != OP_FOLDER) {
		check(power.pending_count < PENDING_MOST);
		power.pending[power.pending_count++] = at;
		return;
	}
	for (size_t i = 0; i < power.pending_count; i++) {
		const struct op *pending = &power.tape.ops[power.pending[i]];

		if (is_settled_by(pending, op))
			apply(power.kept, pending);
		else
			power.pending[left++] = power.pending[i];
	}
	power.is_known = power.is_known && left == power.pending_count;
	power.pending_count = left;
}

static void
shuffle(size_t *at, size_t count, uint64_t *chance)
{
	for (size_t i = count; i > 1; i--) {
		size_t other = (size_t)(chance_more(chance) % i), kept = at[i - 1];

		at[i - 1] = at[other];
		at[other] = kept;
	}
}

static void
build_image(const struct cut *cut)
{
	static size_t order[PENDING_MOST];
	uint64_t chance = cut->chance;

	disk_copy(power.image, power.kept);
	memcpy(order, power.pending, power.pending_count * sizeof(order[0]));
	if (cut->kind == CUT_TEARS_AND_SHUFFLES)
		shuffle(order, power.pending_count, &chance);
	for (size_t i = 0; i < power.pending_count && cut->kind != CUT_DROPS_ALL; i++) {
		const struct op *op = &power.tape.ops[order[i]];

		if (cut->kind != CUT_KEEPS_ALL && chance_more(&chance) % 2 == 0)
			continue;
		if (cut->kind == CUT_TEARS_AND_SHUFFLES && op->kind == OP_WRITE && chance_more(&chance) % 2 == 0)
			write_torn(&power.image->files[op->file], op, &chance);
		else
			apply(power.image, op);
	}
}

/* --- the machine starts again --- */

static void
put_file(const struct disk_file *file)
{
	const char *name = strrchr(file->name, '/');
	char path[PATH_MOST];
	int descriptor;

	if (name == NULL)
		return;
	snprintf(path, sizeof(path), "%s%s", power.plan->where, name);
	unlink(path);
	if (!file->is_there)
		return;
	descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	check(descriptor >= 0 && write(descriptor, file->at, file->length) == (ssize_t)file->length);
	close(descriptor);
}

/* The same rows keep the same rules: those are asked once for each digest in a row, the file's own soundness each time. */
static const char *
judge_opened(struct db *db, uint64_t *digest)
{
	static uint64_t ruled;
	const char *broken = judge_integrity(db);
	struct digest is = { 0 };

	if (broken == NULL && judge_digest(db, &is) == OK && is.exact != ruled)
		broken = judge_invariants(db);
	if (broken == NULL)
		ruled = is.exact;
	*digest = is.exact;
	return broken;
}

static bool
is_legal(uint64_t digest)
{
	return power.last == 0 || digest == power.last || (power.next != 0 && digest == power.next);
}

/* NULL, or what is wrong. */
static const char *
open_again(uint64_t *digest)
{
	char path[PATH_MOST];
	struct sql_place place = { .engine = SQL_SQLITE, .where = path };
	const char *broken;
	struct db *db;

	for (size_t i = 0; i < DISK_FILES; i++)
		put_file(&power.image->files[i]);
	snprintf(path, sizeof(path), "%s/t.db-shm", power.plan->where);
	unlink(path);
	snprintf(path, sizeof(path), "%s/t.db", power.plan->where);
	if (sql_open(&place, &db) != OK)
		return "the database does not open";
	broken = judge_opened(db, digest);
	sql_close(&db);
	return broken;
}

static void
cut_here(const struct cut *cut)
{
	const char *broken = NULL;
	uint64_t digest = power.known;

	if (cut->kind != CUT_DROPS_ALL || !power.is_known) {
		build_image(cut);
		broken = open_again(&digest);
		power.is_known = cut->kind == CUT_DROPS_ALL && broken == NULL;
		power.known = digest;
	}
	if (broken == NULL && !is_legal(digest))
		broken = "something that was answered is gone";
	power.cuts++;
	if (broken == NULL || ++power.failed > REPORTED_MOST)
		return;
	printf("cut after operation %zu of %zu, kind %d, chance %llu: %s\n", cut->at, power.tape.count, (int)cut->kind,
	    (unsigned long long)cut->chance, broken);
}

/* The digest of the next answer, from here. */
static uint64_t
next_kept(size_t from)
{
	for (; from < power.tape.count; from++)
		if (power.tape.ops[from].kind == OP_KEPT)
			return power.tape.ops[from].bytes;
	return 0;
}

/* Cuts by chance at this place. */
static uint64_t
chances_at(size_t at, uint64_t chance)
{
	uint64_t places = power.tape.count + 1 - power.from, sample = power.plan->sample;

	if (at < power.from)
		return 0;
	if (sample > 0)
		return sample / places + (chance % places < sample % places);
	return power.plan->stride == 0 || at % power.plan->stride == 0;
}

/* Every place: all that is not synced is lost, and one cut by chance. With a sample: that many cuts by chance. */
static void
cut_everywhere(void)
{
	for (size_t at = 0; at <= power.tape.count; at++) {
		uint64_t chance = mix(power.plan->seed ^ at), times = chances_at(at, chance);

		power.next = next_kept(at);
		if (at >= power.from && power.plan->sample == 0)
			cut_here(&(struct cut){ .at = at, .kind = CUT_DROPS_ALL });
		for (uint64_t i = 0; i < times; i++) {
			chance = mix(chance);
			cut_here(&(struct cut){ .at = at, .kind = CUT_KEEPS_ALL + chance % (CUT_KINDS - 1), .chance = chance });
		}
		if (at < power.tape.count)
			happen(at);
	}
}

/* --- the recording --- */

static void
carry(struct tale *t, struct request *request)
{
	static struct heard answer;

	if (power.from == 0)
		power.from = power.tape.count;
	role_run(t, request, &answer);
	check(reply_read(t->arena, str_copy(t->arena, (struct str){ answer.bytes, answer.length }), &t->reply) == OK);
}

static void
plant(struct db *db)
{
	const char *planted = power.plan->planted == NULL ? "" : power.plan->planted;

	disk_swallows_sync(strcmp(planted, "swallowed") == 0);
	sql_allow(db, ALLOWS_ALL);
	if (strcmp(planted, "off") == 0)
		check(db->engine->text(db, "pragma synchronous=off") == OK);
	if (strcmp(planted, "normal") == 0)
		check(db->engine->text(db, "pragma synchronous=normal") == OK);
	sql_allow(db, ALLOWS_ROWS);
}

static bool
record(const struct story_text *story)
{
	struct sql_place place = { .engine = SQL_SQLITE, .where = DISK_PATH };
	static struct tale tale;

	memset(&tale, 0, sizeof(tale));
	tale.file = story->file;
	tale.out = stdout;
	tale.carry = carry;
	tape_clear(&power.tape);
	disk_clear(power.disk);
	disk_restart();
	disk_use(power.disk);
	disk_records(&power.tape);
	power.is_recording = true;
	check(tale_open(&tale, &place) == OK);
	plant(tale.world.db);
	role_open(&tale);
	story_run(&tale, story);
	power.is_recording = false;
	disk_records(NULL);
	disk_swallows_sync(false);
	role_close();
	tale_close(&tale);
	return !tale.has_failed;
}

void
power_run(const struct plan *plan, struct score *score)
{
	check(plan->where != NULL);
	power.plan = plan;
	tape_open(&power.tape);
	power.disk = disk_new();
	power.kept = disk_new();
	power.image = disk_new();
	for (size_t i = 0; i < plan->story_count; i++) {
		power.from = 0;
		power.failed = record(&plan->stories[i]) ? 0 : 1;
		power.from = i == 0 ? 0 : power.from;
		disk_clear(power.kept);
		for (size_t k = 0; k < DISK_FILES; k++)
			memcpy(power.kept->files[k].name, power.disk->files[k].name, sizeof(power.disk->files[k].name));
		power.pending_count = 0;
		power.last = 0;
		power.is_known = false;
		disk_is_default(false);
		cut_everywhere();
		disk_is_default(true);
		if (power.failed > 0)
			printf("lost %u times: %.*s\n", power.failed, STR_FORMAT(plan->stories[i].title));
		score->passed += power.failed == 0;
		score->failed += power.failed != 0;
	}
	score->trials = power.cuts;
}
