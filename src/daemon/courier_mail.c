/* Letters as mail: the words that the writer kept, the tokens that only this process can open, headers; to a server, or to a file each where there
 * is none. The same letter gives the same bytes at every try. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "daemon/courier_words.h"
#include "formats/ics.h"
#include "formats/id.h"
#include "formats/letter.h"
#include "formats/mime.h"
#include "letters/letters.h"
#include "outside/smtp/client.h"
#include "system/file.h"
#include "system/log.h"

enum { ID_BYTES = 120 };

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
mail_lane_set(struct mail_lane *m, struct arena *keep, const struct mail_settings *set)
{
	struct str complaint = S("");

	m->base_url = str_copy(keep, set->base_url);
	m->host = str_copy(keep, host_of(m->base_url));
	if (str_equal(m->host, S("127.0.0.1")) || str_is_empty(m->host))
		m->host = S("mentord.localhost");
	if (!read_sender(m, keep, set->mail_from))
		return false;
	if (str_is_empty(set->smtp_url)) {
		m->folder = str_copy(keep, set->folder);
		return true;
	}
	return smtp_url_read(keep, str_copy(keep, set->smtp_url), &m->server, &complaint) || complain("smtp_url", complaint);
}

bool
mail_lane_open(struct mail_lane *m, struct arena *keep, const struct orders *orders)
{
	m->seed = orders->ring.keys[SEAL_LETTER];
	m->stop = orders->ring.keys[SEAL_STOP];
	return mail_lane_set(m, keep, &(struct mail_settings){ .base_url = str_from(orders->base_url), .mail_from = str_from(orders->courier.mail_from),
	    .smtp_url = str_from(orders->courier.smtp_url), .folder = str_from(orders->courier.letters) });
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
print_mail(const struct mail_lane *m, const struct mail_send *s, struct str *bytes)
{
	const struct letter_to_send_row *row = s->row;
	struct letter_parts parts;
	struct letter letter;
	struct ics_event event;
	struct str thread = S("");
	struct mime_mail mail = {
		.from = { m->from_name, m->from_address }, .to = { row->recipient_name, row->address }, .at = row->made_at,
		.id = message_id(s->arena, m, "", row->id.value),
	};

	if (!mail_words(m, s, &parts))
		return SEAL_BROKEN;
	TRY(letter_print(s->arena, &parts, &letter));
	if (!request_id_is_none(row->request) && parts.section_count == 0) {
		thread = message_id(s->arena, m, "r-", row->request.value);
		mail.in_reply_to = thread;
		mail.references = (struct str_list){ &thread, 1 };
	}
	if (!str_is_empty(thread) && mail_event(s, thread, &event)) {
		mail.calendar_method = ics_method(&event);
		if (ics_print(s->arena, &event, &mail.calendar) != OK)
			mail.calendar = S("");    /* the letter says when all the same */
	}
	mail.subject = parts.subject;
	mail.text = letter.text;
	mail.html = letter.html;
	mail.unsubscribe_url = parts.stop.url;
	mail.is_bulk = parts.section_count > 0 || str_equal(row->kind, letter_sort(LETTER_L51)->id);
	return mime_print(s->arena, &mail, bytes);
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
mail_lane_send(const struct mail_lane *m, const struct mail_send *s)
{
	const struct letter_to_send_row *row = s->row;
	struct smtp_mail mail = { .token = s->token, .from = m->from_address, .to = row->address };
	enum outcome said = print_mail(m, s, &mail.bytes);

	if (said != OK) {
		LOG(LOG_ERROR, "letter", LOG_WHOLE("letter", row->id.value), LOG_TEXT("kind", row->kind), LOG_TEXT("outcome", outcome_name(said)));
		return (struct verdict){ .fate = mime_is_address(row->address) ? FATE_REFUSED : FATE_ADDRESS, .words = S("it cannot be written as mail") };
	}
	if (!str_is_empty(m->folder))
		return write_file(m, s->arena, row->id.value, mail.bytes);
	said = smtp_start(s->exchange, &m->server, &mail);
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
