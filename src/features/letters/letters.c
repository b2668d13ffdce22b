/* Writing letters down. A letter to somebody takes one query for its reader and one insert. */
#include "letters/letters.h"

#include "letters/draft.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/json.h"
#include "formats/when.h"
#include "forms/say.h"
#include "letters/rules.h"
#include "letters/store_shared.h"
#include "letters/text.h"
#include "secrets/secrets.h"
#include "system/random.h"

enum { FIELDS_BYTES = 24 << 10, KEY_BYTES = 48, CHANNELS_MOST = 8, DRAFT_YEARS = 50, LETTER_TOKEN_DAYS = 7 };

static const struct letter_sort sorts[] = {
#define LETTER(id, name, topic, haste, flag, lives_h, fields) \
	{ S_STATIC(#id), S_STATIC(name), TOPIC_##topic, LETTER_HASTE_##haste, LETTER_FLAG_##flag, lives_h, S_STATIC(fields) },
#include "letters/letters.def"
#undef LETTER
};

/* words: sentences, found by tools/words. */
#define TOPIC(name, words) { S_STATIC(name), S_STATIC(words) }
static const struct {
	struct str name, words;
} topics[] = {
	[TOPIC_OWN] = TOPIC("own", "Your own requests"), [TOPIC_CLAIMS] = TOPIC("claims", "Requests that you claimed"),
	[TOPIC_FITTING] = TOPIC("fitting", "Requests that may fit you"), [TOPIC_SESSIONS] = TOPIC("sessions", "Sessions"),
	[TOPIC_DESK] = TOPIC("desk", "What coordinators look after"), [TOPIC_NEEDS] = TOPIC("needs", "Once a day, the list of what needs coordinators"),
	[TOPIC_GROUP] = TOPIC("group", "News from coordinators"), [TOPIC_ACCOUNT] = TOPIC("account", "Sign-in and account"),
	[TOPIC_ROOM] = TOPIC("room", "The mentors' room"), [TOPIC_DAILY] = TOPIC("daily", "All letters that come once a day"),
	[TOPIC_POSTS] = TOPIC("posts", "Posts in rooms"),
};

const struct letter_sort *
letter_sort(enum letter_kind kind)
{
	check(kind < LETTER_KINDS);
	return &sorts[kind];
}

enum letter_choice_channel
letter_other_channel(const struct letter_reader *reader)
{
	bool is_chat = reader->channel == LETTER_CHOICE_CHANNEL_SLACK && !str_is_empty(reader->chat_user);

	if (is_chat)
		return LETTER_CHOICE_CHANNEL_MAIL;
	return str_is_empty(reader->chat_user) ? reader->channel : LETTER_CHOICE_CHANNEL_SLACK;
}

const struct letter_sort *
letter_sort_called(struct str id)
{
	for (size_t i = 0; i < ARRAY_LENGTH(sorts); i++)
		if (str_equal(sorts[i].id, id))
			return &sorts[i];
	return NULL;
}

struct str
topic_name(enum letter_topic topic)
{
	return topics[topic].name;
}

struct str
topic_words(enum letter_topic topic)
{
	return topics[topic].words;
}

struct str
letter_kind_words(struct str language, struct str kind)
{
	const struct letter_sort *sort = letter_sort_called(kind);

	return sort == NULL ? kind : say(language, sort->name.at);    /* a literal of letters.def */
}

struct str
letter_state_words(struct str language, enum letter_state state)
{
	static const char *const words[LETTER_STATE_COUNT] = {
		[LETTER_STATE_NONE] = "", [LETTER_STATE_WAITING] = N_("waiting"), [LETTER_STATE_HELD] = N_("being sent"), [LETTER_STATE_SENT] = N_("sent"),
		[LETTER_STATE_GIVEN_UP] = N_("given up"), [LETTER_STATE_CANCELLED] = N_("dropped"),
	};

	check(state < LETTER_STATE_COUNT);
	return say(language, words[state]);
}

struct str
letter_channel_words(struct str language, enum letter_channel channel)
{
	return say(language, channel == LETTER_CHANNEL_SLACK ? N_("Slack") : N_("mail"));
}

bool
letter_is_worded(const struct letter_sort *sort)
{
	return sort->topic < TOPIC_ACCOUNT || sort->topic == TOPIC_POSTS;
}

enum outcome
letter_reader_find(const struct letter_desk *desk, struct person_id person, enum letter_topic topic, struct letter_reader *out)
{
	struct letter_reader_of_row row;

	TRY(letter_reader_of(desk->db, desk->arena, person, topics[topic].name, moment_plus(desk->now, -US_PER_DAY), &row));
	*out = (struct letter_reader){
		.id = row.id, .name = row.name, .email = row.email, .zone = row.zone, .language = str_is_empty(row.language) ? desk->language : row.language, .channel = row.channel, .is_daily = row.is_daily, .chat_user = row.chat_user, .quiet_from = row.quiet_from,
		.quiet_to = row.quiet_to, .digest_hour = row.digest_hour, .paused_until_at = row.paused_until, .refused_at = row.refused,
		.written_today = row.today,
	};
	return OK;
}

struct say_place
letter_place(const struct letter_reader *reader)
{
	return (struct say_place){ reader->language, zone_find(reader->zone) };
}

const struct str letter_common_fields = S_STATIC("you programme number title service human @link");

static bool
knows(struct str list, struct str name, bool is_address)
{
	struct str one;

	while (str_next(&list, ' ', &one)) {
		bool is_link = str_starts(one, S("@"));

		if (str_equal(is_link ? str_skip(one, 1) : one, name) && is_link == is_address)
			return true;
	}
	return false;
}

/* Kept, though no text shows it. */
static bool
may_hold(const struct letter_sort *sort, struct str field)
{
	struct str list = sort->fields, one;

	while (str_next(&list, ' ', &one))
		if (str_starts(one, S("#")) && str_equal(str_skip(one, 1), field))
			return true;
	return letter_may_show(sort, field, false) || letter_may_show(sort, field, true);
}

bool
letter_may_show(const struct letter_sort *sort, struct str field, bool is_address)
{
	return knows(letter_common_fields, field, is_address) || knows(sort->fields, field, is_address);
}

static void
add_field(struct letter_wish *wish, struct letter_field field)
{
	check(wish->field_count < LETTER_FIELDS_MAX);
	wish->fields[wish->field_count++] = field;
}

void
letter_wish_add(struct letter_wish *wish, const char *name, struct str value)
{
	add_field(wish, (struct letter_field){ .name = name, .value = value });
}

void
letter_wish_add_link(struct letter_wish *wish, const char *name, struct str address, struct str token)
{
	add_field(wish, (struct letter_field){ .name = name, .value = address, .token = token });
}

/* A value stays one value: its line ends become marks, other control bytes go. */
static struct str
plain(struct arena *arena, struct str value)
{
	struct buf out = buf_new(arena, LETTER_FIELD_BYTES);

	value = str_head(value, LETTER_FIELD_BYTES);
	while (value.length > 0 && value.length == LETTER_FIELD_BYTES && ((unsigned char)value.at[value.length - 1] & 0xc0) == 0x80)
		value.length--;    /* not in the middle of a character */
	for (size_t i = 0; i < value.length; i++) {
		if (value.at[i] == '\n')
			buf_char(&out, LINE_INSIDE);
		else if ((unsigned char)value.at[i] >= ' ')
			buf_char(&out, value.at[i]);
	}
	return buf_str(&out);
}

/* An address with a token ends with a mark and the place of the token among those that are sealed. */
static struct str
print_fields(const struct letter_desk *desk, const struct letter_wish *wish)
{
	const struct letter_sort *sort = letter_sort(wish->kind);
	struct buf out = buf_new(desk->arena, FIELDS_BYTES);
	int secrets = 0;

	buf_char(&out, '{');
	for (size_t i = 0; i < wish->field_count; i++) {
		const struct letter_field *field = &wish->fields[i];
		struct str name = str_from(field->name);
		struct buf value = buf_new(desk->arena, LETTER_FIELD_BYTES + 2);

		if (!may_hold(sort, name))
			continue;
		buf_add(&value, plain(desk->arena, field->value));
		if (!str_is_empty(field->token))
			buf_format(&value, "%c%d", TOKEN_MARK, secrets++);
		buf_format(&out, "%s\"%s\":", out.length == 1 ? "" : ",", field->name);
		json_quote(&out, buf_str(&value));
	}
	buf_char(&out, '}');
	check(!out.is_overflown && secrets <= LETTER_SECRETS_MAX);
	return buf_str(&out);
}

/* The letter's id stands before the tokens: a blob that was moved to another letter is noticed. */
static struct str
seal_tokens(const struct letter_desk *desk, const struct letter_wish *wish)
{
	struct buf out = buf_new(desk->arena, LETTER_SECRETS_MAX * TOKEN_TEXT * 2);
	bool has_any = false;

	buf_whole(&out, wish->id.value);
	for (size_t i = 0; i < wish->field_count; i++) {
		if (str_is_empty(wish->fields[i].token))
			continue;
		buf_char(&out, ' ');
		buf_add(&out, wish->fields[i].token);
		has_any = true;
	}
	check(!out.is_overflown);
	return has_any ? letter_seal(desk->arena, desk->random, desk->courier, buf_str(&out)) : S("");
}

/* Whoever chose it and is linked; who has no address that works, anyway. What signs somebody in never goes where many look over a shoulder. */
static bool
goes_by_chat(const struct letter_wish *wish)
{
	const struct letter_reader *reader = wish->reader;

	if (str_is_empty(reader->chat_user) || letter_sort(wish->kind)->topic == TOPIC_ACCOUNT)
		return false;
	return reader->channel == LETTER_CHOICE_CHANNEL_SLACK || str_is_empty(reader->email) || !moment_is_none(reader->refused_at);
}

/* Its reader wants such letters once a day, or has had as many as one day takes (T26): it waits for their hour, and leaves in one mail with others. */
static bool
goes_daily(const struct letter_wish *wish)
{
	const struct letter_sort *sort = letter_sort(wish->kind);
	const struct letter_reader *reader = wish->reader;

	if (sort->haste == LETTER_HASTE_NOW || sort->flag == LETTER_FLAG_SURE || goes_by_chat(wish))
		return false;
	return reader->is_daily || (sort->haste == LETTER_HASTE_BULK && reader->digest_hour >= 0) || reader->written_today >= LETTERS_A_DAY;
}

static int64_t
hour_at(const void *zone, struct moment m)
{
	return when_wall(zone, m).hour;
}

static struct moment
next_hour(const void *zone, struct moment after, int64_t hour)
{
	return when_next_hour(zone, after, hour);
}

static struct moment
leaves_at(const struct letter_desk *desk, const struct letter_wish *wish)
{
	const struct letter_reader *reader = wish->reader;
	const struct letter_sort *sort = letter_sort(wish->kind);
	struct moment from = moment_plus(desk->now, wish->delay_us);
	struct leave_facts facts = {
		.haste = sort->haste, .is_sure = sort->flag == LETTER_FLAG_SURE, .quiet_from = reader->quiet_from, .quiet_to = reader->quiet_to,
		.digest_hour = reader->digest_hour, .paused_until_at = reader->paused_until_at,
		.hour_at = hour_at, .next_hour = next_hour, .zone = zone_find(reader->zone),
	};

	if (goes_daily(wish)) {
		facts.haste = LETTER_HASTE_BULK;
		facts.digest_hour = reader->digest_hour >= 0 ? reader->digest_hour : DIGEST_HOUR;
	}
	return letter_leaves_at(&facts, from);
}

static struct moment
expires_at(const struct letter_wish *wish, struct moment leaves)
{
	int64_t hours = letter_sort(wish->kind)->lives_hours;

	if (!moment_is_none(wish->expires_at) || hours == 0)
		return wish->expires_at;
	return moment_plus(leaves, hours * US_PER_HOUR);
}

static bool
is_wanted(const struct letter_wish *wish)
{
	bool is_sure = letter_sort(wish->kind)->flag == LETTER_FLAG_SURE;

	if (wish->kind == LETTER_L52)
		return true;    /* somebody waits for it, and may have mended their address */
	if (str_is_empty(wish->reader->email) && !goes_by_chat(wish))
		return false;    /* who came from Slack alone, and left it */
	return (moment_is_none(wish->reader->refused_at) || goes_by_chat(wish)) && (is_sure || wish->reader->channel != LETTER_CHOICE_CHANNEL_OFF);
}

/* A str that was never set is NULL to the database; such a column wants an empty text. */
static struct str
text_or_none(struct str text)
{
	return str_is_empty(text) ? S("") : text;
}

/* Letters of one key leave one after the other, apart from drafts: each waits for a word of its own. */
static struct str
order_of(struct arena *arena, const struct letter_wish *wish)
{
	struct buf order = buf_new(arena, KEY_BYTES);
	bool is_alone = wish->is_draft || letter_sort(wish->kind)->haste == LETTER_HASTE_NOW;

	buf_format(&order, "%s/%lld", wish->is_draft ? "draft" : is_alone ? "now" : goes_daily(wish) ? "daily" : "person",
	    (long long)(is_alone ? wish->id.value : wish->reader->id.value));
	return buf_str(&order);
}

enum outcome
letter_put(const struct letter_desk *desk, const struct letter_wish *wish)
{
	const struct letter_sort *sort = letter_sort(wish->kind);
	struct moment leaves = wish->is_draft ? moment_plus(desk->now, DRAFT_YEARS * 365 * US_PER_DAY) : leaves_at(desk, wish);
	bool is_chat = goes_by_chat(wish), is_daily = !wish->is_draft && goes_daily(wish);

	if (!is_wanted(wish))
		return OK;
	return letter_add(desk->db, &(struct letter_add_values){
	    .id = wish->id, .programme = wish->programme, .kind = sort->id, .request = wish->request, .recipient = wish->reader->id,
	    .channel = is_chat ? LETTER_CHANNEL_SLACK : LETTER_CHANNEL_MAIL, .address = is_chat ? wish->reader->chat_user : wish->reader->email,
	    .order_key = order_of(desk->arena, wish), .fields = print_fields(desk, wish),
	    .sealed = seal_tokens(desk, wish), .haste = sort->haste, .goes_stale = sort->flag == LETTER_FLAG_STALE, .not_before = leaves,
	    .expires = expires_at(wish, leaves), .made = desk->now, .is_daily = is_daily, .language = text_or_none(wish->reader->language),
	    .draft = wish->is_draft ? desk->now : (struct moment){ 0 } });
}

static enum outcome
find_draft(const struct letter_desk *desk, struct letter_id id, struct programme_id programme, struct letter_draft_row *out)
{
	TRY(letter_draft(desk->db, desk->arena, id, programme, out));
	return moment_is_none(out->draft_at) || out->state != LETTER_STATE_WAITING ? LETTER_NO_DRAFT : OK;
}

enum outcome
letter_draft_release(const struct letter_desk *desk, struct letter_id id, struct programme_id programme, struct request_id *request)
{
	const struct letter_sort *sort;
	struct letter_draft_row row;
	struct letter_reader reader;
	struct letter_wish wish;
	int64_t changed;

	TRY(find_draft(desk, id, programme, &row));
	sort = letter_sort_called(row.kind);
	if (sort == NULL)
		return LETTER_NO_DRAFT;
	*request = row.request;
	TRY(letter_reader_find(desk, row.recipient, sort->topic, &reader));
	wish = (struct letter_wish){ .id = id, .kind = (enum letter_kind)(sort - sorts), .reader = &reader };
	if (!is_wanted(&wish))
		return letter_draft_drop(desk->db, id, desk->now, S("its reader wants none of these any more"), &changed);
	TRY(letter_tokens_renew(desk->db, row.recipient, row.request, moment_plus(desk->now, LETTER_TOKEN_DAYS * US_PER_DAY), &changed));
	return letter_draft_go(desk->db, id, leaves_at(desk, &wish), order_of(desk->arena, &wish), goes_daily(&wish), &changed);
}

enum outcome
letter_draft_end(const struct letter_desk *desk, struct letter_id id, struct programme_id programme, struct request_id *request)
{
	struct letter_draft_row row;
	int64_t changed;

	TRY(find_draft(desk, id, programme, &row));
	*request = row.request;
	return letter_draft_drop(desk->db, id, desk->now, S("a coordinator dropped it"), &changed);
}

enum outcome
letter_drafts_replaced(const struct letter_desk *desk, struct request_id request, enum letter_kind kind)
{
	int64_t changed;

	return letter_drafts_drop(desk->db, request, letter_sort(kind)->id, desk->now, &changed);
}

enum outcome
letter_put_post(const struct letter_desk *desk, const struct letter_wish *wish, struct str room)
{
	const struct letter_sort *sort = letter_sort(wish->kind);
	struct buf order = buf_new(desk->arena, KEY_BYTES + room.length);

	buf_add(&order, S("post/"));
	buf_add(&order, room);
	return letter_post_add(desk->db, &(struct letter_post_add_values){
	    .id = wish->id, .programme = wish->programme, .kind = sort->id, .address = room, .order_key = buf_str(&order),
	    .fields = print_fields(desk, wish), .haste = sort->haste, .expires = expires_at(wish, desk->now), .now = desk->now, .language = text_or_none(desk->language) });
}

enum outcome
letter_put_act(const struct letter_desk *desk, const struct letter_act_wish *wish)
{
	struct buf order = buf_new(desk->arena, KEY_BYTES + wish->order.length);

	if (str_is_empty(wish->order))
		buf_format(&order, "now/%lld", (long long)wish->id.value);
	else
		buf_add(&order, wish->order);
	return letter_act_add(desk->db, &(struct letter_act_add_values){
	    .id = wish->id, .programme = wish->programme, .kind = wish->kind, .request = wish->request, .recipient = wish->person, .address = wish->address,
	    .act = wish->act, .target = text_or_none(wish->target), .body = text_or_none(wish->body), .instead = text_or_none(wish->instead),
	    .subject = text_or_none(wish->subject), .order_key = buf_str(&order), .haste = wish->haste, .goes_stale = wish->goes_stale,
	    .not_before = moment_is_none(wish->not_before_at) ? desk->now : wish->not_before_at, .expires = wish->expires_at, .now = desk->now });
}

enum outcome
letter_put_test(const struct letter_desk *desk, const struct letter_test *test)
{
	struct buf order = buf_new(desk->arena, KEY_BYTES);

	buf_format(&order, "now/%lld", (long long)test->id.value);
	return letter_add(desk->db, &(struct letter_add_values){
	    .id = test->id, .programme = test->programme, .kind = test->sort->id, .recipient = test->reader->id, .channel = LETTER_CHANNEL_MAIL,
	    .address = test->reader->email, .order_key = buf_str(&order), .fields = test->fields, .haste = LETTER_HASTE_NOW, .not_before = desk->now,
	    .made = desk->now, .language = text_or_none(test->reader->language) });
}

enum outcome
letters_drop_kind(const struct letter_desk *desk, struct request_id request, enum letter_kind kind, int64_t *count)
{
	return letters_cancel_kind(desk->db, request, letter_sort(kind)->id, desk->now, count);
}

enum outcome
letters_drop_stale(const struct letter_desk *desk, struct request_id request, int64_t *count)
{
	return letters_cancel_stale(desk->db, request, desk->now, count);
}

enum outcome
mail_down_since(struct db *db, struct arena *arena, struct moment *out)
{
	struct channels_now_rows rows;

	*out = (struct moment){ 0 };
	TRY(channels_now(db, arena, CHANNELS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		if (rows.at[i].is_down && str_equal(rows.at[i].name, letter_channel_name(LETTER_CHANNEL_MAIL)))
			*out = rows.at[i].since_at;
	return OK;
}
