/* How somebody wants to be written to, for programs. */
#include "access/api.h"
#include "base/arena.h"
#include "base/check.h"
#include "letters/letters.h"
#include "letters/store_shared.h"
#include "people/api.h"

#define T(sentence) S_STATIC(sentence)

static const struct shape_field notify_fields[] = {
	{ .name = T("topics"), .type = SHAPE_TEXTS, .about = T("What letters are wanted about.") },
	{ .name = T("quiet_from"), .type = SHAPE_WHOLE, .about = T("Hours in the person's own zone.") }, { .name = T("quiet_to"), .type = SHAPE_WHOLE },
	{ .name = T("digest_hour"), .type = SHAPE_WHOLE, .may_be_null = true }, { .name = T("paused_until_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("refused_at"), .type = SHAPE_MOMENT, .may_be_null = true, .about = T("Since when the address is known not to work.") },
};
const struct shape notify_shape = { .name = T("LetterChoices"), .fields = notify_fields, .count = ARRAY_LENGTH(notify_fields) };

enum outcome
notify_wanted(struct visit *v, struct str_list *out)
{
	struct letter_choices_of_rows rows;

	*out = (struct str_list){ ARENA_MANY(v->arena, TOPICS, struct str), 0 };
	TRY(letter_choices_of(v->db, v->arena, v->who.id, TOPICS, &rows));
	for (int i = 0; i < TOPIC_ACCOUNT; i++) {
		struct str topic = topic_name((enum letter_topic)i);
		bool is_off = false;

		for (size_t k = 0; k < rows.count; k++)
			is_off = is_off || (str_equal(rows.at[k].topic, topic) && rows.at[k].channel == LETTER_CHOICE_CHANNEL_OFF);
		if (!is_off)
			out->at[out->count++] = topic;
	}
	return OK;
}

/* Who never said anything is quiet at night and reads letters as they come. */
enum outcome
notify_of(struct visit *v, struct correspondent_of_row *out)
{
	enum outcome said = correspondent_of(v->db, v->arena, v->who.id, out);

	if (said == NOT_FOUND)
		*out = (struct correspondent_of_row){ .quiet_from = 22, .quiet_to = 7, .digest_hour = -1 };
	return said == NOT_FOUND ? OK : said;
}

enum outcome
notify_json(struct visit *v)
{
	struct correspondent_of_row row;
	struct str topics = S("");
	struct str_list wanted;
	struct answer a;

	TRY(notify_of(v, &row));
	TRY(notify_wanted(v, &wanted));
	for (size_t i = 0; i < wanted.count; i++)
		topics = str_join(v->arena, 3, (struct str[]){ topics, i == 0 ? S("") : S(","), wanted.at[i] });
	a = api_answer(v);
	answer_open(&a, &notify_shape);
	answer_texts(&a, "topics", topics);
	answer_whole(&a, "quiet_from", row.quiet_from);
	answer_whole(&a, "quiet_to", row.quiet_to);
	if (row.digest_hour < 0)
		answer_null(&a, "digest_hour");
	else
		answer_whole(&a, "digest_hour", row.digest_hour);
	answer_moment(&a, "paused_until_at", moment_is_after(row.paused_until_at, v->now) ? row.paused_until_at : (struct moment){ 0 });
	answer_moment(&a, "refused_at", row.refused_at);
	answer_close(&a);
	return OK;
}
