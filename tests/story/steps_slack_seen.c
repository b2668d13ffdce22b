/* What Slack was asked to do, as stories expect it, and what it says of rooms. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "story_letters.h"

#include <stdio.h>

enum { BODY_BYTES = 200 };

struct str
tale_slack_user(struct tale *t, struct str name)
{
	struct buf out = buf_new(t->arena, BODY_BYTES);

	buf_add(&out, S("U0"));
	for (size_t i = 0; i < name.length; i++)
		buf_char(&out, name.at[i] >= 'a' && name.at[i] <= 'z' ? (char)(name.at[i] - 'a' + 'A') : name.at[i]);
	return buf_str(&out);
}

static bool
is_called(const struct tale_slack *s, struct str act, struct str to)
{
	bool is_dm = str_equal(act, S("message"));
	struct str name = is_dm ? S("") : act;

	return str_equal(s->act, name) && (str_is_empty(to) || str_ends(s->address, to));
}

/* Somebody, or a room; of an answer, as the story spells its address. Empty: anybody. */
static struct str
addressee(struct tale *t, const struct str *w, size_t count)
{
	for (size_t i = 3; i + 1 < count; i++)
		if (str_equal(w[i], S("to")))
			return str_equal(w[2], S("answer")) ? w[i + 1] : tale_slack_user(t, w[i + 1]);
		else if (str_equal(w[i], S("in")))
			return w[i + 1];
	return S("");
}

/* -1: at least once. */
static int64_t
times_wanted(const struct str *w, size_t count)
{
	int64_t wanted = -1;

	for (size_t i = 3; i + 1 < count; i++)
		if (str_equal(w[i], S("once")) || str_equal(w[i], S("never")))
			wanted = str_equal(w[i], S("once"));
		else if (str_equal(w[i + 1], S("times")))
			(void)str_whole(w[i], &wanted);
	return wanted;
}

/* "expect slack post|reply|edit|answer|message|open|home|delete|invite [to Ana|in C0ROOM] [once|never|3 times] containing "words"" */
void
tale_expects_slack(struct tale *t, const struct str *w, size_t count)
{
	struct str to = addressee(t, w, count), words = tale_words(t, w[count - 1]);
	int64_t wanted = times_wanted(w, count), found = 0;

	for (size_t i = 0; i < t->slack_count; i++)
		found += is_called(&t->slacks[i], w[2], to) && str_has(t->slacks[i].body, tale_as_json(t, words));
	if (wanted < 0 ? found > 0 : found == wanted)
		return;
	tale_fails(t, "%lld of %.*s hold \"%.*s\":", (long long)found, STR_FORMAT(w[2]), STR_FORMAT(words));
	for (size_t i = 0; i < t->slack_count; i++)
		fprintf(t->out, "  %.*s to %.*s: %.*s\n", STR_FORMAT(t->slacks[i].act), STR_FORMAT(t->slacks[i].address), STR_FORMAT(t->slacks[i].body));
}

/* "slack knows U0ANA as ana@example.org": what the courier was told when it asked. */
void
tale_slack_knows(struct tale *t, const struct str *w, size_t count)
{
	(void)count;
	tale_command_with(t, S("slack-user"), str_join(t->arena, 4, (struct str[]){ S("T0TEAM "), w[2], S(" "), w[4] }));
}

/* "slack links by address" */
void
tale_slack_links(struct tale *t, const struct str *w, size_t count)
{
	(void)w;
	(void)count;
	t->world.server.slack_links_by_email = true;
}

/* "take slack link": {tap} is the path of the newest one that somebody was given. */
void
tale_takes_slack_link(struct tale *t, const struct str *w, size_t count)
{
	struct str all[] = { t->slack_count == 0 ? S("") : t->slacks[t->slack_count - 1].body, t->reply == NULL ? S("") : buf_str(&t->reply->body) };

	for (size_t i = 0; i < ARRAY_LENGTH(all); i++)
		for (size_t at = 0; at < all[i].length; at++)
			if (str_starts(str_skip(all[i], at), S("/slack/link/"))) {
				t->tap = str_copy(t->arena, str_head(str_skip(all[i], at), str_find(str_skip(all[i], at), '"')));
				return;
			}
	tale_fails(t, "nobody was given %.*s %.*s", STR_FORMAT(w[1]), STR_FORMAT(w[count - 1]));
}

void
tale_room_says(struct tale *t, const struct str *w, size_t count)
{
	struct buf body = buf_new(t->arena, BODY_BYTES);

	buf_format(&body, "%.*s %d 1 mentors", STR_FORMAT(w[2]), str_equal(w[count - 1], S("private")) ? 1 : 0);
	tale_command_with(t, S("slack-room"), buf_str(&body));
}
