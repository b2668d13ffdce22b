/* A letter to a person as a direct message: the words that the writer kept, line by line as plain text, and its first address as a button. */
#include "base/arena.h"
#include "base/buf.h"
#include "daemon/courier_slack.h"
#include "formats/id.h"
#include "letters/letters.h"
#include "letters/text.h"
#include "outside/slack/message_people.h"

enum { LINES_MOST = 60, LINE_BYTES = 8 << 10 };

/* "ID TOKEN TOKEN": of this letter, or the blob came from elsewhere. */
static bool
open_tokens(const struct slack_lane *lane, struct arena *arena, const struct letter_to_send_row *row, struct str *tokens)
{
	struct str id;
	int64_t whose;

	*tokens = S("");
	if (row->sealed.length == 0)
		return true;
	return letter_unseal(arena, lane->seed, row->sealed, tokens) && str_next(tokens, ' ', &id) && str_whole(id, &whose) && whose == row->id.value;
}

static struct str
with_token(struct arena *arena, struct str address, struct str tokens)
{
	size_t mark = str_find(address, TOKEN_MARK);
	struct str token = S("");

	if (mark + 1 >= address.length)
		return address;
	for (int i = 0; i <= address.at[mark + 1] - '0'; i++)
		if (!str_next(&tokens, ' ', &token))
			return S("");
	return str_join(arena, 2, (struct str[]){ str_head(address, mark), token });
}

/* A line of any kind as people read it; marks inside of values become line ends. */
static struct str
plain(struct arena *arena, struct str line)
{
	struct buf out = buf_new(arena, LINE_BYTES);
	bool is_item = line.at[0] == MARK_ITEM;

	buf_add(&out, is_item ? S("• ") : S(""));
	for (size_t i = 1; i < line.length; i++) {
		if (line.at[i] == PART_INSIDE)
			buf_add(&out, S(": "));
		else
			buf_char(&out, line.at[i] == LINE_INSIDE ? '\n' : line.at[i]);
	}
	return buf_str(&out);
}

enum outcome
slack_note_compose(const struct slack_lane *lane, struct arena *arena, const struct letter_to_send_row *row, struct str *content)
{
	struct slack_note note = { .language = row->language, .event_id = id_print(arena, row->id.value), .subject = row->subject,
		.paragraphs = { ARENA_MANY(arena, LINES_MOST, struct str), 0 } };
	struct str rest = row->body, line, tokens;

	if (!open_tokens(lane, arena, row, &tokens))
		return SEAL_BROKEN;
	while (str_next(&rest, '\n', &line)) {
		size_t middle = str_find(line, PART_INSIDE);

		if (line.length < 2)
			continue;
		if (line.at[0] == MARK_LINK && str_is_empty(note.act.text))
			note.act = (struct slack_act){ .text = str_skip(str_head(line, middle), 1), .url = with_token(arena, str_skip(line, middle + 1), tokens) };
		else if (line.at[0] != MARK_LINK && note.paragraphs.count < LINES_MOST)
			note.paragraphs.at[note.paragraphs.count++] = plain(arena, line);
	}
	return slack_note_print(arena, &note, content);
}
