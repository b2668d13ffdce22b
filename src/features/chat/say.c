/* What is said to one person, as letters that leave at once. */
#include "chat/chat.h"

#include "base/arena.h"

enum { ANSWER_MINUTES = 29, MODAL_MS = 2500, HOME_MINUTES = 10 };

enum outcome
chat_answer(struct visit *v, struct str response_url, struct str content)
{
	struct letter_desk desk = visit_letters(v);

	if (str_is_empty(response_url) || str_is_empty(content))
		return OK;
	return letter_put_act(&desk, &(struct letter_act_wish){
	    .id = { visit_new_id(v) }, .act = LETTER_ACT_ANSWER, .kind = S("chat"), .subject = S("An answer to a press"), .person = v->who.id,
	    .address = response_url, .body = content, .haste = LETTER_HASTE_NOW, .expires_at = moment_plus(v->now, ANSWER_MINUTES * US_PER_MINUTE) });
}

enum outcome
chat_open(struct visit *v, const struct chat_modal *modal)
{
	struct letter_desk desk = visit_letters(v);

	return letter_put_act(&desk, &(struct letter_act_wish){
	    .id = { visit_new_id(v) }, .act = LETTER_ACT_OPEN, .kind = S("chat"), .subject = S("A form"), .person = v->who.id,
	    .address = modal->response_url, .target = modal->trigger_id, .body = modal->view, .instead = modal->instead, .haste = LETTER_HASTE_NOW,
	    .expires_at = moment_plus(v->now, MODAL_MS * US_PER_SECOND / 1000) });
}

enum outcome
chat_home(struct visit *v, struct slack_id user, struct str view, struct str hash)
{
	struct letter_desk desk = visit_letters(v);

	return letter_put_act(&desk, &(struct letter_act_wish){
	    .id = { visit_new_id(v) }, .act = LETTER_ACT_HOME, .kind = S("chat"), .subject = S("The home"), .person = v->who.id, .address = user.text,
	    .target = hash, .body = view, .haste = LETTER_HASTE_NOW, .expires_at = moment_plus(v->now, HOME_MINUTES * US_PER_MINUTE) });
}
