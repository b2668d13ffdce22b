/* The account: what was acknowledged, refused, cut. */
#include "ledger.h"

#include <string.h>

enum { AGAIN_MS = 20 };

void
write_note(struct browser *b, uint64_t request, const char *words)
{
	char path[256], fields[256];

	snprintf(path, sizeof(path), "/p/%s/requests/%s/notes", slug, print_id(request));
	snprintf(fields, sizeof(fields), "key=%s&audience=author&words=%s", words, words);
	post(b, 0, path, fields);
}

static void
note_again(struct ledger *ledger, unsigned i)
{
	char words[64];

	crowd[i].again_us = 0;
	snprintf(words, sizeof(words), "%s-%u-%u", ledger->name, i, crowd[i].items);
	write_note(&crowd[i], ledger->request, words);
}

void
ledger_begin(struct ledger *ledger, unsigned clients)
{
	for (unsigned i = 0; i < clients; i++)
		note_again(ledger, i);
}

/* What came of browser i's note; true if it must be tried again, with the same key. */
static bool
settle(struct ledger *ledger, unsigned i)
{
	struct browser *b = &crowd[i];

	if (b->answered_us - b->asked_us > ledger->slowest_us)
		ledger->slowest_us = b->answered_us - b->asked_us;
	if (b->status == 303) {
		fprintf(ledger->kept, "%s-%u-%u\n", ledger->name, i, b->items);
		ledger->acknowledged++;
		b->items++;
		return false;
	}
	ledger->troubled_us = now_us();
	ledger->unavailable += b->status == 503;
	ledger->cut += b->status == 0;
	ledger->other += b->status != 503 && b->status != 0;
	if (b->status == 503 && strcasestr(b->in, "\r\nRetry-After: ") == NULL)
		ledger->other++;
	return b->status == 503 || b->status == 0;
}

static void
go_on(struct ledger *ledger, unsigned i, bool is_over)
{
	struct browser *b = &crowd[i];

	if (b->again_us == 0 && settle(ledger, i))
		b->again_us = now_us() + AGAIN_MS * 1000;
	else if (b->again_us == 0 && is_over)
		b->is_done = true;
	else if (b->again_us <= now_us())
		note_again(ledger, i);
}

bool
ledger_goes_on(struct ledger *ledger, unsigned clients, bool is_over)
{
	bool is_more = false;

	for (unsigned i = 0; i < clients; i++) {
		if (!crowd[i].is_busy && !crowd[i].is_done)
			go_on(ledger, i, is_over);
		is_more = is_more || !crowd[i].is_done;
	}
	return is_more;
}
