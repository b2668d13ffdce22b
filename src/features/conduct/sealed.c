/* Sealing and opening; nothing here says who may read. */
#include "conduct/sealed.h"

#include "base/arena.h"
#include "base/buf.h"
#include "formats/id.h"
#include "secrets/totp.h"
#include "system/random.h"

static struct sealing
sealing_of(const struct visit *v, enum sealed_column column, int64_t row)
{
	static const struct {
		struct str table, column;
	} places[] = {
		[REPORT_WHAT] = { S_STATIC("report"), S_STATIC("what_sealed") }, [REPORT_ABOUT] = { S_STATIC("report"), S_STATIC("about_sealed") },
		[REPORT_REPORTER] = { S_STATIC("report"), S_STATIC("reporter_sealed") }, [ENTRY_WORDS] = { S_STATIC("report_entry"), S_STATIC("words_sealed") },
	};

	return (struct sealing){ .ring = &v->server->ring, .purpose = SEAL_REPORT, .place = { places[column].table, places[column].column, row } };
}

struct str
report_seal(struct visit *v, enum sealed_column column, int64_t row, struct str words)
{
	struct sealing how = sealing_of(v, column, row);

	return seal(v->arena, v->random, &how, words);
}

enum outcome
report_open(struct visit *v, enum sealed_column column, int64_t row, struct str sealed, struct str *out)
{
	struct sealing how = sealing_of(v, column, row);

	*out = S("");
	return str_is_empty(sealed) ? OK : unseal(v->arena, &how, sealed, out);
}

static void
fill_from_mac(void *self, void *bytes, size_t count)
{
	memcpy(bytes, self, count < HASH_BYTES ? count : HASH_BYTES);
}

struct str
report_code_of_form(struct visit *v, struct hash *hash)
{
	return report_code_of(v, v->request->body, hash);
}

struct str
report_code_of(struct visit *v, struct str key, struct hash *hash)
{
	struct hash mac = secret_mac(v->server->ring.keys[SEAL_REPORT_CODE], str_join(v->arena, 3, (struct str[]){ v->request->path, S("\n"), key }));
	struct random chance = { &mac, fill_from_mac };
	struct str code = recovery_new(v->arena, &chance);

	(void)recovery_hash(code, hash);
	return code;
}

struct str
reporter_print(struct visit *v, const struct reporter *reporter)
{
	struct buf out = buf_new(v->arena, reporter->name.length + reporter->contact.length + 64);

	if (!person_id_is_none(reporter->person))
		buf_add(&out, id_print(v->arena, reporter->person.value));
	buf_char(&out, '\n');
	buf_add(&out, reporter->name);
	buf_char(&out, '\n');
	buf_add(&out, reporter->contact);
	return buf_str(&out);
}

struct reporter
reporter_read(struct visit *v, struct str plain)
{
	struct reporter out = { .name = S(""), .contact = S("") };
	struct str person = S("");

	(void)v;
	(void)(str_next(&plain, '\n', &person) && str_next(&plain, '\n', &out.name) && str_next(&plain, '\n', &out.contact));
	(void)id_read(person, &out.person.value);
	return out;
}
