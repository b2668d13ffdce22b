/* Letters as mail: the words that the writer kept, the tokens that only this process can open, headers; to a server, or to a file each where there
 * is none. The same letter gives the same bytes at every try. */
#include <stdio.h>

#include "access/visit.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "daemon/courier.h"
#include "formats/id.h"
#include "formats/json.h"
#include "formats/letter.h"
#include "formats/mime.h"
#include "forms/say.h"
#include "letters/letters.h"
#include "letters/stop.h"
#include "letters/text.h"
#include "outside/smtp/client.h"
#include "system/file.h"
#include "system/log.h"

enum { BODY_BYTES = 64 << 10, LINKS_MOST = 8, PATH_MOST = 700, ID_BYTES = 120, WORDS_BYTES = 160, TOKENS_MOST = LETTER_SECRETS_MAX + 1 };

static bool
complain(const char *setting, struct str words)
{
	LOG(LOG_ERROR, "courier", LOG_TEXT("setting", str_from(setting)), LOG_TEXT("words", words));
	return false;
}

static struct str
host_of(struct str url)
{
	size_t scheme = 0;

	while (scheme + 2 < url.length && !str_starts(str_skip(url, scheme), S("://")))
		scheme++;
	url = str_skip(url, scheme + 3);
	url = str_head(url, str_find(url, '/'));
	return str_head(url, str_find(url, ':'));
}

/* "Name <address>", or an address alone; by default mentord@ and the host of our pages. */
static bool
read_sender(struct mail_lane *m, struct arena *keep, struct str setting)
{
	size_t open = str_find(setting, '<');

	if (str_is_empty(setting)) {
		m->from_name = S("mentord");
		m->from_address = str_join(keep, 2, (struct str[]){ S("mentord@"), m->host });
	} else if (open < setting.length && str_ends(setting, S(">"))) {
		m->from_name = str_copy(keep, str_trim(str_head(setting, open)));
		m->from_address = str_copy(keep, str_head(str_skip(setting, open + 1), setting.length - open - 2));
	} else {
		m->from_address = str_copy(keep, str_trim(setting));
	}
	return mime_is_address(m->from_address) || complain("mail_from", S("is no address, and no Name <address>"));
}

bool
mail_lane_open(struct mail_lane *m, struct arena *keep, const struct orders *orders)
{
	struct str url = str_from(orders->courier.smtp_url), complaint = S("");

	m->base_url = str_copy(keep, str_from(orders->base_url));
	m->host = str_copy(keep, host_of(m->base_url));
	m->seed = orders->ring.keys[SEAL_LETTER];
	m->stop = orders->ring.keys[SEAL_STOP];
	if (str_equal(m->host, S("127.0.0.1")) || str_is_empty(m->host))
		m->host = S("mentord.localhost");
	if (!read_sender(m, keep, str_from(orders->courier.mail_from)))
		return false;
	if (str_is_empty(url)) {
		m->folder = str_copy(keep, str_from(orders->courier.letters));
		return true;
	}
	return smtp_url_read(keep, str_copy(keep, url), &m->server, &complaint) || complain("smtp_url", complaint);
}

/* --- the letter's parts --- */

/* One letter being composed. */
struct composing {
	struct arena *arena;
	const struct letter_to_send_row *row;
	struct str tokens[TOKENS_MOST];
	size_t token_count;
	struct json_value fields;
	struct buf body;
	struct letter_link links[LINKS_MOST];
	size_t link_count;
};

/* "ID TOKEN TOKEN": of this letter, or the blob came from elsewhere. */
static bool
open_tokens(struct composing *k, const unsigned char *seed)
{
	struct str rest, id;
	int64_t whose;

	if (k->row->sealed.length == 0)
		return true;
	if (!letter_unseal(k->arena, seed, k->row->sealed, &rest) || !str_next(&rest, ' ', &id) || !str_whole(id, &whose) ||
	    whose != k->row->id.value)
		return false;
	while (k->token_count < TOKENS_MOST && str_next(&rest, ' ', &k->tokens[k->token_count]))
		k->token_count++;
	return true;
}

/* A token stands at the end of an address, or is a value by itself. */
static struct str
with_token(struct composing *k, struct str text)
{
	size_t mark = str_find(text, TOKEN_MARK), place;

	if (mark + 1 >= text.length)
		return text;
	place = (size_t)(text.at[mark + 1] - '0');
	return place < k->token_count ? str_join(k->arena, 2, (struct str[]){ str_head(text, mark), k->tokens[place] }) : S("");
}

static void
add_link(struct composing *k, struct str words, struct str address)
{
	if (k->link_count < LINKS_MOST)
		k->links[k->link_count++] = (struct letter_link){ words, with_token(k, address) };
}

/* What somebody wrote in lines stands behind ">", so that none of it passes for a line of ours. */
static void
add_paragraph(struct composing *k, struct str text)
{
	bool has_lines = memchr(text.at, LINE_INSIDE, text.length) != NULL;
	struct str line;

	while (str_next(&text, LINE_INSIDE, &line)) {
		buf_add(&k->body, has_lines ? S("> ") : S(""));
		buf_add(&k->body, line);
		buf_char(&k->body, '\n');
	}
}

static struct str
flat(struct arena *arena, struct str text)
{
	struct buf out = buf_new(arena, BODY_BYTES);

	for (size_t i = 0; i < text.length; i++)
		buf_char(&out, text.at[i] == LINE_INSIDE ? ' ' : text.at[i]);
	return buf_str(&out);
}

/* Lines of one kind stand together; between kinds, and between paragraphs, a blank line. */
static void
add_line(struct composing *k, char before, struct str line)
{
	size_t middle = str_find(line, PART_INSIDE);
	struct str text = str_skip(line, 1);

	if (k->body.length > 0 && (before != line.at[0] || line.at[0] == MARK_PARAGRAPH))
		buf_char(&k->body, '\n');
	if (line.at[0] == MARK_PARAGRAPH) {
		add_paragraph(k, text);
	} else if (line.at[0] == MARK_ITEM) {
		buf_add(&k->body, S("- "));
		buf_add(&k->body, flat(k->arena, text));
		buf_char(&k->body, '\n');
	} else {
		buf_add(&k->body, str_skip(str_head(line, middle), 1));
		buf_add(&k->body, S(": "));
		buf_add(&k->body, flat(k->arena, with_token(k, str_skip(line, middle + 1))));
		buf_char(&k->body, '\n');
	}
}

static void
add_lines(struct composing *k)
{
	struct str rest = k->row->body, line;
	char before = 0;

	while (str_next(&rest, '\n', &line)) {
		size_t middle = str_find(line, PART_INSIDE);

		if (line.length < 2)
			continue;
		if (line.at[0] == MARK_LINK)
			add_link(k, str_skip(str_head(line, middle), 1), str_skip(line, middle + 1));
		else
			add_line(k, before, line);
		before = line.at[0] == MARK_LINK ? before : line.at[0];
	}
}

static struct str
field(struct composing *k, struct str name)
{
	const struct json_value *value = json_member(&k->fields, name);

	return value == NULL || value->kind != JSON_IS_TEXT ? S("") : value->text;
}

/* "You get this because it is about OC-7 in Operation Code mentoring." */
static struct str
reason(struct composing *k)
{
	struct str number = field(k, S("number"));

	if (str_is_empty(k->row->programme_name))
		return say(S(""), N_("You get this because somebody, hopefully you, asked for it on this server."));
	if (str_is_empty(number))
		return str_join(k->arena, 3, (struct str[]){ say(S(""), N_("You get this as a member of ")), k->row->programme_name, S(".") });
	return str_join(k->arena, 5, (struct str[]){ say(S(""), N_("You get this because of your part in ")), number, S(", "),
	    k->row->programme_name, S(".") });
}

/* "Questions? Ask Cora Diaz, who coordinates this programme." */
static struct str
human(struct composing *k)
{
	struct str name = field(k, S("human"));

	if (str_is_empty(name))
		return S("");
	return str_join(k->arena, 3, (struct str[]){ say(S(""), N_("Questions? Ask ")), name, say(S(""), N_(", who coordinates this programme.")) });
}

/* Empty where nobody can stop them. */
static struct str
stop_address(struct composing *k, const struct mail_lane *m)
{
	const struct letter_sort *sort = letter_sort_called(k->row->kind);

	if (sort == NULL || sort->flag == LETTER_FLAG_SURE || sort->topic == TOPIC_ACCOUNT || person_id_is_none(k->row->recipient))
		return S("");
	return str_join(k->arena, 3, (struct str[]){ m->base_url, S("/u/"), letter_stop_print(k->arena, m->stop, k->row->recipient, sort->topic) });
}

static bool
compose(struct composing *k, const struct mail_lane *m, struct letter_parts *out)
{
	struct str fields = str_is_empty(k->row->fields) ? S("{}") : k->row->fields, stop;

	if (!open_tokens(k, m->seed) || json_read(k->arena, fields, &k->fields) != OK)
		return false;
	k->body = buf_new(k->arena, BODY_BYTES);
	add_lines(k);
	stop = stop_address(k, m);
	*out = (struct letter_parts){
		.language = S("en"), .subject = k->row->subject, .body = buf_str(&k->body), .reason = reason(k),
		.answer_to = human(k),
		.links = k->links + 1, .link_count = k->link_count > 0 ? k->link_count - 1 : 0,
		.stop = { str_is_empty(stop) ? S("") : say(S(""), N_("No more letters like this")), stop },
	};
	if (k->link_count > 0)
		out->action = k->links[0];
	return !k->body.is_overflown;
}

/* --- bytes --- */

static struct str
message_id(struct arena *arena, const struct mail_lane *m, const char *what, int64_t id)
{
	struct buf out = buf_new(arena, ID_BYTES + MIME_ADDRESS_MAX);

	buf_format(&out, "%s%.*s@%.*s", what, STR_FORMAT(id_print(arena, id)), STR_FORMAT(m->host));
	return buf_str(&out);
}

/* Letters about one request are one thread: each names a first letter that never was, as mail programs allow. */
static enum outcome
print_mail(const struct mail_lane *m, struct composing *k, struct str *bytes)
{
	struct letter_parts parts;
	struct letter letter;
	struct str thread = S("");
	struct mime_mail mail = {
		.from = { m->from_name, m->from_address }, .to = { k->row->recipient_name, k->row->address }, .at = k->row->made_at,
		.id = message_id(k->arena, m, "", k->row->id.value),
	};

	if (!compose(k, m, &parts))
		return SEAL_BROKEN;
	TRY(letter_print(k->arena, &parts, &letter));
	if (!request_id_is_none(k->row->request)) {
		thread = message_id(k->arena, m, "r-", k->row->request.value);
		mail.in_reply_to = thread;
		mail.references = (struct str_list){ &thread, 1 };
	}
	mail.subject = parts.subject;
	mail.text = letter.text;
	mail.html = letter.html;
	mail.unsubscribe_url = parts.stop.url;
	return mime_print(k->arena, &mail, bytes);
}

static struct verdict
write_file(const struct mail_lane *m, struct arena *arena, int64_t id, struct str bytes)
{
	struct str name = str_join(arena, 2, (struct str[]){ id_print(arena, id), S(".eml") });
	struct str path = str_join(arena, 3, (struct str[]){ m->folder, S("/"), name });
	enum outcome said = file_system.write(file_system.self, arena, str_c(arena, path), bytes);

	if (said == OK)
		return (struct verdict){ .fate = FATE_SENT, .ref = name };
	return (struct verdict){ .fate = FATE_DOWN, .words = S("the folder of letters cannot be written") };
}

struct verdict
mail_lane_send(const struct mail_lane *m, struct exchange *exchange, struct arena *arena, const struct letter_to_send_row *row, uint64_t token)
{
	struct composing k = { .arena = arena, .row = row };
	struct smtp_mail mail = { .token = token, .from = m->from_address, .to = row->address };
	enum outcome said = print_mail(m, &k, &mail.bytes);

	if (said != OK) {
		LOG(LOG_ERROR, "letter", LOG_WHOLE("letter", row->id.value), LOG_TEXT("kind", row->kind), LOG_TEXT("outcome", outcome_name(said)));
		return (struct verdict){ .fate = mime_is_address(row->address) ? FATE_REFUSED : FATE_ADDRESS, .words = S("it cannot be written as mail") };
	}
	if (!str_is_empty(m->folder))
		return write_file(m, arena, row->id.value, mail.bytes);
	said = smtp_start(exchange, &m->server, &mail);
	if (said == OK)
		return (struct verdict){ .fate = FATE_UNDER_WAY };
	return (struct verdict){ .fate = said == TOO_MANY ? FATE_WAIT : FATE_REFUSED, .wait_seconds = 1, .words = outcome_name(said) };
}

/* A server that is not there, and one that does not want anybody now (421), is a channel that is down; so is a login that does not work. */
struct verdict
mail_lane_judge(const struct exchange_answer *answer)
{
	struct verdict verdict = { .fate = FATE_LATER, .words = answer->words };

	switch (smtp_verdict(answer)) {
	case SMTP_SENT:
		verdict.fate = FATE_SENT;
		break;
	case SMTP_LATER:
		if (answer->fate == EXCHANGE_NOT_TAKEN || answer->step == EXCHANGE_AT_CONNECT)
			verdict.fate = FATE_DOWN;
		break;
	case SMTP_ADDRESS_REFUSED:
		verdict.fate = FATE_ADDRESS;
		break;
	case SMTP_REFUSED:
		verdict.fate = FATE_REFUSED;
		break;
	case SMTP_LOGIN_REFUSED:
		verdict.fate = FATE_DOWN;
		break;
	}
	return verdict;
}
