/* The words of a letter: a text that coordinators may change, with {names} for values and [words](name) for addresses. Pure.
 *
 *   Subject: {mentor} will write to you                 the first line
 *   {mentor} has claimed your request.                  a paragraph; a blank line ends it
 *   - {question}                                        an item
 *   Next: {next_at}                                     a label and its value
 *   [Look at the request](link)                         the act (the first one) and further addresses; alone on a line
 *
 * A line all of whose values are empty is left out. What a value holds is never read as one of these: lines are told apart before. */
#ifndef LETTERS_TEXT_H
#define LETTERS_TEXT_H

#include "letters/letters.h"

enum { TEXT_SUBJECT_MAX = 100, TEXT_BODY_MAX = 4000, TEXT_SUBJECT_SHOWN = 60, TEXT_RENDERED_MAX = 32 << 10 };    /* characters; characters; characters; bytes */

struct letter_text {
	struct str subject, body;
};

/* The built-in one, in that language if it has one. */
struct letter_text letter_builtin(const struct letter_sort *, struct str language);

/* What is wrong with it, as a sentence for whoever wrote it; empty: nothing. */
struct str letter_text_complaint(struct arena *, const struct letter_sort *, const struct letter_text *);

/* In words: every line with a mark before it (enum letter_mark), line ends inside of a value as LINE_INSIDE. fields: JSON as stored. */
enum letter_mark { MARK_PARAGRAPH = 'P', MARK_ITEM = 'I', MARK_VALUE = 'V', MARK_LINK = 'A' };
#define LINE_INSIDE '\v'
#define PART_INSIDE '\t'    /* between label and value, words and address */
enum outcome letter_text_render(struct arena *, const struct letter_text *, struct str fields, struct letter_text *out);

/* A token's place in an address, until the courier puts it there: two bytes that no value holds. */
#define TOKEN_MARK '\001'

#endif
