/* For test_letter.c and tests/interop/post.c alone: one letter with everything a letter may have, and names of other scripts. */
#ifndef FORMATS_TESTING_LETTER_H
#define FORMATS_TESTING_LETTER_H

#include "formats/letter.h"

static const struct letter_link testing_links[] = { { S_STATIC("Open the request"), S_STATIC("https://mentors.example/p/op/requests/0x7k") } };

static const struct letter_parts testing_letter = {
	.language = S_STATIC("en"), .subject = S_STATIC("\xe5\xb1\xb1\xe7\x94\xb0\xe5\xa4\xaa\xe9\x83\x8e asks you something"),
	.preheader = S_STATIC("One question, one answer"),
	.body = S_STATIC("\xd7\x93\xd7\xa0\xd7\x94, it is your turn: answer \xe5\xb1\xb1\xe7\x94\xb0\xe5\xa4\xaa\xe9\x83\x8e.\n\n"
	    "He asks <which> \"framework\" & version.\nTake your time.\n\n"
	    "Number & key: 0x7k2mq4c9v1b\nAnswer by: Tue 1 Dec 2026, 18:00 SGT (UTC+8)\n\n"
	    "- no need to be long\n- the clock stands still meanwhile"),
	.action = { S_STATIC("Answer the question"), S_STATIC("https://mentors.example/a/t0ken?x=1&y=2") },
	.links = testing_links, .link_count = 1,
	.answer_to = S_STATIC("Questions? Ana Lim coordinates this programme; an answer to this mail reaches her."),
	.reason = S_STATIC("You get this since you asked for a mentor in Operation Code."),
	.stop = { S_STATIC("Stop mails of this kind"), S_STATIC("https://mentors.example/a/st0p") },
};

#endif
