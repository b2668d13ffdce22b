/* What a refusal says to programs where its words for people speak of pages, forms and drafts. */
#include "access/api.h"
#include "base/check.h"

static const struct {
	enum outcome why;
	struct str words;
} for_programs[] = {
	{ NOT_FOUND, S_STATIC("There is nothing here that this token may see. Check the address, and whose token it is.") },
	{ SIGN_IN_FIRST, S_STATIC("Send a token of yours: Authorization: Bearer mtd_…") },
	{ TOKEN_READS, S_STATIC("This token may only read. Make one that may act as well.") },
	{ FOREIGN_FORM, S_STATIC("This address takes no calls of programs.") },
	{ BAD_REQUEST, S_STATIC("The call cannot be read. Its body is one JSON object in UTF-8, a parameter comes once, an Idempotency-Key has 1 to 64 visible "
	    "ASCII signs.") },
	{ WRONG_METHOD, S_STATIC("This address does not work that way. The header Allow says which methods it takes.") },
	{ WRONG_TYPE, S_STATIC("Send the body as application/json.") },
	{ KEY_REUSED, S_STATIC("This Idempotency-Key was already sent with other answers. Take a new key for a new call.") },
	{ SHEET_NAME_UNKNOWN, S_STATIC("No active mentor has exactly this name. Nothing was changed.") },
	{ SHEET_NAME_TWICE, S_STATIC("More than one mentor has this name. Nothing was changed; assign the request by the mentor's id.") },
	{ SHEET_NOT_YOURS, S_STATIC("You can write your own name as the mentor, or take it out again. Nothing was changed.") },
	{ TOO_MANY_OPEN, S_STATIC("You have as many open requests as this programme allows. Close or withdraw one first.") },
	{ TOO_MANY_TODAY, S_STATIC("You sent several requests today. Please send the next one tomorrow.") },
	{ CONDUCT_CHANGED, S_STATIC("There is a newer version than the one that was named. Read it, then accept it.") },
	{ CONDUCT_FIRST, S_STATIC("Something must be read and accepted first: the documents of the programme whose standing is missing.") },
	{ OTHER_BROWSER, S_STATIC("This link signs in whoever asked for it, where it was asked for.") },
	{ REPORT_ANSWERED_ENOUGH, S_STATIC("You have written about this as often as a day takes. Keep it, and send it tomorrow.") },
	{ MENTOR_ALREADY, S_STATIC("You have a mentor record here already. Change that one.") },
};

struct str
api_words(enum outcome why)
{
	for (size_t i = 0; i < ARRAY_LENGTH(for_programs); i++)
		if (for_programs[i].why == why)
			return for_programs[i].words;
	return outcome_words(why);
}
