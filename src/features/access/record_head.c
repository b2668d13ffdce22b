/* The heads of the record's chains. A chain alone cannot show that its last links are gone; a head that was told elsewhere can (T27). */
#include "access/record.h"

#include "access/store.h"
#include "base/arena.h"
#include "base/check.h"
#include "http/routes.h"
#include "secrets/backup_seal.h"
#include "system/log.h"

enum { CHAINS_MOST = 1000 };

enum outcome
record_heads_find(struct visit *v, struct record_heads *out)
{
	struct seal_heads_rows rows;

	TRY(seal_heads(v->db, v->arena, CHAINS_MOST, &rows));
	*out = (struct record_heads){ ARENA_MANY(v->arena, rows.count + 1, struct record_head), rows.count };
	for (size_t i = 0; i < rows.count; i++) {
		struct hash hash = { { 0 } };

		check(rows.at[i].hash.length == sizeof(hash.bytes));
		memcpy(hash.bytes, rows.at[i].hash.at, sizeof(hash.bytes));
		out->at[i] = (struct record_head){ rows.at[i].slug, rows.at[i].place, hash_print(v->arena, &hash) };
	}
	return OK;
}

/* 64 hexadecimal digits, in either case. */
static bool
read_hash(struct str text, struct hash *out)
{
	if (text.length != 2 * sizeof(out->bytes))
		return false;
	*out = (struct hash){ { 0 } };
	for (size_t i = 0; i < text.length; i++) {
		char c = text.at[i] >= 'A' && text.at[i] <= 'F' ? (char)(text.at[i] - 'A' + 'a') : text.at[i];
		int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;

		if (digit < 0)
			return false;
		out->bytes[i / 2] = (unsigned char)(out->bytes[i / 2] << 4 | digit);
	}
	return true;
}

enum outcome
record_head_check(struct visit *v, struct str chain, struct str hash, struct findings *found)
{
	struct hash wanted;
	struct seal_with_row row;
	enum outcome said;

	if (!read_hash(hash, &wanted))
		return BAD_INPUT;
	said = seal_with(v->db, v->arena, chain, hash_bytes(&wanted), &row);
	if (said == NOT_FOUND) {
		finding_add(found, str_c(v->arena, str_join(v->arena, 3, (struct str[]){
		    S("the record of \""), chain, S("\" was cut off or made anew: it lacks a link that it once ended with") })), 0);
		return OK;
	}
	return said;
}

/* A command of the writer: once a day and at the end. */
enum outcome
record_head(struct visit *v)
{
	struct record_heads heads;

	TRY(record_heads_find(v, &heads));
	for (size_t i = 0; i < heads.count; i++)
		LOG(LOG_INFO, "record-head", LOG_TEXT("programme", heads.at[i].chain), LOG_WHOLE("place", heads.at[i].place),
		    LOG_TEXT("hash", heads.at[i].hash));
	return OK;
}
