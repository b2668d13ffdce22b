/* How somebody wants to be written to, for programs. */
#include "access/api.h"
#include "base/arena.h"
#include "base/check.h"
#include "letters/letters.h"
#include "letters/store_shared.h"
#include "people/api.h"

#define T(sentence) S_STATIC(sentence)

static const char *const ways[] = { "mail", "daily", "off", "slack", NULL };
static const struct shape_field notify_fields[] = {
	{ .name = T("own"), .type = SHAPE_WORD, .words = ways, .about = T("How letters of a kind come: by mail, daily in one mail, in Slack, or not at all.") },
	{ .name = T("claims"), .type = SHAPE_WORD, .words = ways, .may_be_null = true, .about = T("Of mentors alone.") },
	{ .name = T("fitting"), .type = SHAPE_WORD, .words = ways, .may_be_null = true, .about = T("Of mentors alone.") },
	{ .name = T("sessions"), .type = SHAPE_WORD, .words = ways },
	{ .name = T("desk"), .type = SHAPE_WORD, .words = ways, .may_be_null = true, .about = T("Of coordinators, escalation contacts and their stand-ins alone.") },
	{ .name = T("needs"), .type = SHAPE_WORD, .words = ways, .may_be_null = true, .about = T("Of coordinators, escalation contacts and their stand-ins alone.") }, { .name = T("group"), .type = SHAPE_WORD, .words = ways },
	{ .name = T("quiet_from"), .type = SHAPE_WHOLE, .about = T("Hours in the person's own zone.") }, { .name = T("quiet_to"), .type = SHAPE_WHOLE },
	{ .name = T("digest_hour"), .type = SHAPE_WHOLE, .may_be_null = true }, { .name = T("paused_until_at"), .type = SHAPE_MOMENT, .may_be_null = true },
	{ .name = T("refused_at"), .type = SHAPE_MOMENT, .may_be_null = true, .about = T("Since when the address is known not to work.") },
};
const struct shape notify_shape = { .name = T("LetterChoices"), .fields = notify_fields, .count = ARRAY_LENGTH(notify_fields) };

static struct str
way_of(const struct letter_choices_of_row *row)
{
	return row->is_daily ? S("daily") : letter_choice_channel_name(row->channel);
}

/* By mail and as they come, unless they said otherwise. */
enum outcome
notify_ways(struct visit *v, struct str out[TOPIC_ACCOUNT])
{
	struct letter_choices_of_rows rows;

	TRY(letter_choices_of(v->db, v->arena, v->who.id, TOPICS, &rows));
	for (int i = 0; i < TOPIC_ACCOUNT; i++) {
		out[i] = S("mail");
		for (size_t k = 0; k < rows.count; k++)
			if (str_equal(rows.at[k].topic, topic_name((enum letter_topic)i)))
				out[i] = way_of(&rows.at[k]);
	}
	return OK;
}

/* A kind that cannot reach somebody is nothing for them to choose. */
static bool
reaches(const struct correspondent_of_row *row, int topic)
{
	switch (topic) {
	case TOPIC_CLAIMS:
	case TOPIC_FITTING: return row->is_mentor > 0;
	case TOPIC_DESK:
	case TOPIC_NEEDS: return row->looks_after > 0;
	default: return true;
	}
}

enum outcome
notify_json(struct visit *v)
{
	struct correspondent_of_row row;
	struct str ways_chosen[TOPIC_ACCOUNT];
	struct answer a;

	TRY(correspondent_of(v->db, v->arena, v->who.id, v->now, &row));
	TRY(notify_ways(v, ways_chosen));
	a = api_answer(v);
	answer_open(&a, &notify_shape);
	for (int i = 0; i < TOPIC_ACCOUNT; i++)
		if (reaches(&row, i))
			answer_word(&a, str_c(v->arena, topic_name((enum letter_topic)i)), ways_chosen[i]);
		else
			answer_null(&a, str_c(v->arena, topic_name((enum letter_topic)i)));
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
