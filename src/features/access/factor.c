/* The second factor: seeds, codes, recovery codes, resets (TRUST.md 6.2). What may be tried how often is rules.c's. */
#include "access/factor.h"

#include "access/access.h"
#include "access/rules.h"
#include "access/store.h"
#include "access/store_factor.h"
#include "base/arena.h"
#include "base/check.h"

static struct sealing
sealing_of(const struct visit *v, struct factor_id id)
{
	return (struct sealing){ .ring = &v->server->ring, .purpose = SEAL_FACTOR, .place = { S("factor"), S("sealed"), id.value } };
}

static enum outcome
open_seed(struct visit *v, struct factor_id id, struct str sealed, struct totp_seed *out)
{
	struct sealing how = sealing_of(v, id);
	struct str plain;

	TRY(unseal(v->arena, &how, sealed, &plain));
	if (plain.length != TOTP_SEED_BYTES)
		return SEAL_BROKEN;
	memcpy(out->bytes, plain.at, TOTP_SEED_BYTES);
	return OK;
}

enum outcome
factor_start(struct visit *v)
{
	struct factor_id id = { visit_new_id(v) };
	struct totp_seed seed = totp_seed_new(v->random);
	struct sealing how = sealing_of(v, id);
	int64_t changed;

	TRY(factor_drop_started(v->db, v->who.id, &changed));
	return factor_put(v->db, id, v->who.id,
	    seal(v->arena, v->random, &how, (struct str){ (const char *)seed.bytes, sizeof(seed.bytes) }), v->now);
}

enum outcome
factor_started(struct visit *v, struct factor_id *id_out, struct totp_seed *out)
{
	struct factor_started_of_row row;

	TRY(factor_started_of(v->db, v->arena, v->who.id, &row));
	*id_out = row.id;
	return open_seed(v, row.id, row.sealed, out);
}

enum outcome
factor_take(struct visit *v, struct str code)
{
	struct factor_id id;
	struct totp_seed seed;
	int64_t step, changed;

	TRY(factor_started(v, &id, &seed));
	if (!totp_is(&seed, code, v->now, 0, &step))
		return BAD_INPUT;
	TRY(factor_drop_old(v->db, v->who.id, &changed));
	TRY(factor_confirm(v->db, id, v->now, step, &changed));
	TRY(reset_drop(v->db, v->who.id, &changed));
	return factor_misses_drop(v->db, v->who.id, &changed);
}

/* Whoever guesses at the sign-in does not pause the person's own session, and the other way round. */
static enum factor_miss_step
step_of(const struct visit *v)
{
	return visit_may(v, WHO_SIGNED_IN) ? FACTOR_MISS_STEP_SESSION : FACTOR_MISS_STEP_SIGN_IN;
}

static enum outcome
misses_of(struct visit *v, struct misses *out)
{
	struct factor_miss_of_row row;
	enum outcome said = factor_miss_of(v->db, v->arena, v->who.id, step_of(v), &row);

	*out = (struct misses){ 0 };
	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	*out = (struct misses){ row.misses, row.paused_until_at };
	return OK;
}

/* The condition stands in the statement too: the same code sent twice at once counts once. */
static enum outcome
use_code(struct visit *v, struct str code)
{
	struct factor_of_row row;
	struct totp_seed seed;
	int64_t step, changed;

	TRY(factor_of(v->db, v->arena, v->who.id, &row));
	TRY(open_seed(v, row.id, row.sealed, &seed));
	if (!totp_is(&seed, code, v->now, row.last_step, &step))
		return BAD_INPUT;
	TRY(factor_use(v->db, row.id, step, &changed));
	return changed == 1 ? OK : BAD_INPUT;
}

static enum outcome
use_recovery(struct visit *v, const struct hash *hash)
{
	int64_t changed;

	TRY(recovery_use(v->db, v->who.id, hash_bytes(hash), v->now, &changed));
	if (changed != 1)
		return BAD_INPUT;
	return event_say(v, S("recovery-used"), &(struct event_facts){ .person = v->who.id });
}

static enum outcome
count_miss(struct visit *v, const struct misses *before)
{
	struct misses after = misses_and_one(before, v->now);
	int64_t changed;

	TRY(factor_miss_put(v->db, &(struct factor_miss_put_values){ .id = { visit_new_id(v) }, .person = v->who.id, .step = step_of(v),
	    .misses = after.count, .paused = after.paused_until }, &changed));
	return BAD_INPUT;
}

enum outcome
factor_check(struct visit *v, struct str code, struct moment *until)
{
	struct misses misses;
	struct hash hash;
	enum outcome said;
	int64_t changed;

	if (recovery_hash(code, &hash))
		return use_recovery(v, &hash);    /* 120 bits need no pause, and are the owner's way past one */
	TRY(misses_of(v, &misses));
	*until = misses.paused_until;
	if (misses_are_paused(&misses, v->now))
		return TOO_MANY;
	said = use_code(v, code);
	if (said == BAD_INPUT)
		return count_miss(v, &misses);
	TRY(said);
	return factor_miss_drop(v->db, v->who.id, step_of(v), &changed);
}

enum outcome
recovery_renew(struct visit *v, struct str codes[RECOVERY_CODES])
{
	int64_t changed;

	TRY(recovery_drop(v->db, v->who.id, &changed));
	for (size_t i = 0; i < RECOVERY_CODES; i++) {
		struct hash hash;

		codes[i] = recovery_new(v->arena, v->random);
		check(recovery_hash(codes[i], &hash));
		TRY(recovery_add(v->db, (struct recovery_code_id){ visit_new_id(v) }, v->who.id, hash_bytes(&hash), v->now));
	}
	return OK;
}

enum outcome
sessions_end_of(struct visit *v, struct person_id person)
{
	int64_t changed;

	return session_drop_others(v->db, v->who.session, person, &changed);
}

enum outcome
factor_forget(struct visit *v, struct person_id person)
{
	int64_t changed, dropped;

	TRY(factor_drop(v->db, person, &changed));
	TRY(recovery_drop(v->db, person, &dropped));
	TRY(reset_drop(v->db, person, &dropped));
	TRY(factor_misses_drop(v->db, person, &dropped));
	TRY(session_drop_all(v->db, person, &dropped));
	if (changed == 0)
		return NOT_FOUND;
	return event_say(v, S("factor-reset"), &(struct event_facts){ .person = person });
}

enum outcome
reset_when_due(struct visit *v, struct person_id person)
{
	struct reset_of_row row;
	enum outcome said = reset_of(v->db, v->arena, person, &row);

	if (said == NOT_FOUND || (said == OK && moment_is_after(row.due_at, v->now)))
		return OK;
	TRY(said);
	said = factor_forget(v, person);
	return said == NOT_FOUND ? OK : said;
}
