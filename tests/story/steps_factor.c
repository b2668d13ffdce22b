/* Steps about signing in and second factors: rights of the server, sessions by a link alone, the codes that an app would show. */
#include "access/store_factor.h"
#include "admin/store.h"
#include "base/arena.h"
#include "base/check.h"
#include "daemon/brakes.h"
#include "secrets/totp.h"
#include "story_letters.h"

#include <stddef.h>
#include <unistd.h>

enum { CODE_LENGTH = RECOVERY_SYMBOLS + 5 };

static void
given_admin(struct tale *t, struct actor *actor)
{
	int64_t changed;

	tale_end(t, person_set_admin(tale_begin(t)->db, actor->id, &changed));
}

static void
given_one_factor(struct tale *t, struct actor *actor)
{
	actor->is_by_link_alone = true;
	tale_signs_in_by_link(t, actor);
}

static bool
given_brakes(struct tale *t)
{
	int32_t descriptor;

	check(brakes_make(&t->random, &descriptor) == OK);
	brakes_open(descriptor, &t->world.brakes);
	close(descriptor);
	return true;
}

/* What a story may say of how it is told. */
static bool
given_manner(struct tale *t, const struct str *words, size_t count)
{
	if (count == 3 && str_equal(words[1], S("rate")) && str_equal(words[2], S("limits")))
		return given_brakes(t);
	if (count != 2 || !str_equal(words[1], S("pages")))
		return false;
	t->is_by_api = false;    /* about what pages alone do */
	return true;
}

bool
tale_given_rights(struct tale *t, const struct str *words, size_t count)
{
	bool is_admin = count > 2 && str_equal(words[1], S("admin"));

	if (given_manner(t, words, count))
		return true;
	if (!is_admin && !(count > 2 && str_equal(words[1], S("one-factor"))))
		return false;
	for (size_t i = 2; i < count; i++) {
		struct str name = str_ends(words[i], S(",")) ? str_head(words[i], words[i].length - 1) : words[i];

		if (is_admin)
			given_admin(t, tale_person(t, name));
		else
			given_one_factor(t, tale_person(t, name));
	}
	return true;
}

/* The seed that waits for its first code, else the one in use: what the person's app holds. */
static bool
seed_of(struct tale *t, struct person_id person, struct totp_seed *out)
{
	struct sealing how = { .ring = &t->world.server.ring, .purpose = SEAL_FACTOR, .place = { S("factor"), S("sealed"), 0 } };
	struct factor_started_of_row started;
	struct factor_of_row used;
	struct str sealed, plain;

	if (factor_started_of(t->world.db, t->arena, person, &started) == OK) {
		how.place.row = started.id.value;
		sealed = started.sealed;
	} else if (factor_of(t->world.db, t->arena, person, &used) == OK) {
		how.place.row = used.id.value;
		sealed = used.sealed;
	} else {
		return false;
	}
	if (unseal(t->arena, &how, sealed, &plain) != OK || plain.length != sizeof(out->bytes))
		return false;
	memcpy(out->bytes, plain.at, sizeof(out->bytes));
	return true;
}

/* One digit further: never the right one, whatever it is. */
static struct str
spoilt(struct tale *t, struct str code)
{
	char *bytes = arena_take(t->arena, code.length);

	memcpy(bytes, code.at, code.length);
	for (size_t i = 0; i < code.length; i++)
		bytes[i] = bytes[i] == '9' ? '0' : (char)(bytes[i] + 1);
	return (struct str){ bytes, code.length };
}

static bool
is_symbol(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

static bool
is_recovery(struct str text)
{
	for (size_t i = 0; i < CODE_LENGTH; i++)
		if (i % 5 == 4 ? text.at[i] != '-' : !is_symbol(text.at[i]))
			return false;
	return true;
}

/* The first recovery code of the last page that showed any. */
static struct str
recovery_of(struct tale *t)
{
	struct str text = tale_text(t);

	for (size_t i = 0; i + CODE_LENGTH <= text.length; i++)
		if (is_recovery(str_skip(text, i))) {
			t->recovery = str_head(str_skip(text, i), CODE_LENGTH);
			break;
		}
	return t->recovery;
}

/* What stands behind a mark, up to the next quotation mark, in the last page that had one. */
static struct str
behind(struct tale *t, struct str mark, struct str *kept)
{
	struct str body = t->reply == NULL ? S("") : buf_str(&t->reply->body);

	for (size_t i = 0; i < body.length; i++)
		if (str_starts(str_skip(body, i), mark)) {
			body = str_skip(body, i + mark.length);
			body = str_head(body, str_find(body, '"'));
			*kept = str_copy(t->arena, str_head(body, str_find(body, '#')));
			break;
		}
	return *kept;
}

/* The link to the next page of a list, as the last page wrote it. */
static struct str
next_of(struct tale *t)
{
	struct str body = t->reply == NULL ? S("") : buf_str(&t->reply->body), link = S(""), part;
	struct buf out = buf_new(t->arena, body.length + 1);

	for (size_t i = 0; i < body.length; i++) {
		if (str_starts(str_skip(body, i), S("href=\"")))
			link = str_skip(body, i + 6);
		if (!str_starts(str_skip(body, i), S("\" rel=\"next\"")))
			continue;
		link = str_head(link, str_find(link, '"'));
		while (str_next(&link, '&', &part)) {
			if (out.length > 0)
				buf_char(&out, '&');
			buf_add(&out, str_starts(part, S("amp;")) ? str_skip(part, 4) : part);
		}
		break;
	}
	return buf_str(&out);
}

/* What the last pages left behind: it stands behind these words, or behind the programme's address and then these; up to a slash. */
static const struct {
	const char *name, *before, *in_programme;
	size_t keeper;
} left[] = {
	{ "seen", "name=\"seen\" value=\"", NULL, offsetof(struct tale, seen) },
	{ "edit", "?edit=", NULL, offsetof(struct tale, edit) },
	{ "state", "&amp;state=", NULL, offsetof(struct tale, state) },
	{ "question", "?question=", NULL, offsetof(struct tale, question) },
	{ "place", "name=\"help_place\" value=\"", NULL, offsetof(struct tale, place) },
	{ "area", "name=\"focus-areas\" value=\"", NULL, offsetof(struct tale, area) },
	{ "survey_round", "name=\"survey_round\" value=\"", NULL, offsetof(struct tale, round) },
	{ "survey", "href=\"/p/", "/coordinate/surveys/", offsetof(struct tale, survey) },
	{ "report", "href=\"/p/", "/safety/", offsetof(struct tale, report) },
	{ "application", "href=\"/p/", "/review/", offsetof(struct tale, application) },
	{ "file", "href=\"/p/", "/coordinate/import/", offsetof(struct tale, brought) },
	{ "draft", "action=\"/p/", "/coordinate/letters/", offsetof(struct tale, draft) },
	{ "opening", "href=\"/p/", "/openings/", offsetof(struct tale, opening) },
	{ "round", "name=\"round\" value=\"", NULL, offsetof(struct tale, round) },
	{ "cohort", "href=\"/p/", "/rounds/", offsetof(struct tale, cohort) },
	{ "window", "action=\"/p/", "/coordinate/rounds/", offsetof(struct tale, window) },
};

/* As with the others below: empty if the name is none of its own, or nothing stands for it yet. */
static struct str
word_of_page(struct tale *t, struct str name)
{
	for (size_t i = 0; i < ARRAY_LENGTH(left); i++) {
		struct str before = str_from(left[i].before), *kept = (struct str *)(void *)((char *)t + left[i].keeper), word;

		if (!str_equal(name, str_from(left[i].name)))
			continue;
		if (left[i].in_programme == NULL)
			return behind(t, before, kept);
		word = behind(t, str_join(t->arena, 3, (struct str[]){ before, t->slug, str_from(left[i].in_programme) }), kept);
		return str_head(word, str_find(word, '/'));
	}
	if (str_equal(name, S("next")))
		return next_of(t);
	return str_equal(name, S("recovery")) ? recovery_of(t) : S("");
}

/* Signs that a story cannot write as they are. */
static struct str
word_of_sign(struct tale *t, struct str name)
{
	(void)t;
	if (str_equal(name, S("open")))
		return S("{");
	if (str_equal(name, S("close")))
		return S("}");
	if (str_equal(name, S("line")))
		return S("\n");
	if (str_equal(name, S("quote")))
		return S("\"");
	return str_equal(name, S("nul")) ? (struct str){ "", 1 } : S("");    /* the zero byte at the end of nothing */
}

static struct str
word_of_letter(struct tale *t, struct str name)
{
	struct str word = str_head(name, str_find(name, ':'));
	bool is_code = str_equal(word, S("mail-code"));

	if (is_code || str_equal(word, S("mail-token")))
		return tale_mail_secret(t, str_skip(name, word.length + 1), is_code);
	return str_equal(name, S("tap")) ? t->tap : S("");
}

static struct str
word_of_factor(struct tale *t, struct str name)
{
	struct str word = str_head(name, str_find(name, ':')), code;
	struct actor *actor = tale_actor(t, str_skip(name, word.length + 1));
	bool is_wrong = str_equal(word, S("wrong-code"));
	struct totp_seed seed;

	if ((!is_wrong && !str_equal(word, S("code"))) || actor == NULL || !seed_of(t, actor->id, &seed))
		return S("");
	code = totp_code(t->arena, &seed, t->now);
	return is_wrong ? spoilt(t, code) : code;
}

bool
tale_code_word(struct tale *t, struct str name, struct str *out)
{
	static struct str (*const words[])(struct tale *, struct str) = { word_of_page, word_of_sign, word_of_letter, word_of_factor };

	for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
		*out = words[i](t, name);
		if (out->length > 0)
			return true;
	}
	return false;
}
