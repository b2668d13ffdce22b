/* JSON members that keep a limit; only the printers of blocks include this. Names and `json` are literals of ours. */
#ifndef OUTSIDE_SLACK_MESSAGE_PRINT_H
#define OUTSIDE_SLACK_MESSAGE_PRINT_H

#include "outside/slack/message_blocks.h"

void slack_comma(struct slack_surface *);                      /* where one is due */
void slack_raw(struct slack_surface *, const char *json);
void slack_name(struct slack_surface *, const char *name);
void slack_text_member(struct slack_surface *, const char *name, struct str value);
void slack_whole_member(struct slack_surface *, const char *name, int64_t value);
void slack_flag_member(struct slack_surface *, const char *name, bool value);
/* Refused if empty, longer than most, or not clean. */
void slack_exact_member(struct slack_surface *, const char *name, struct str value, size_t most);
/* plain_text objects; cut at most, refused if empty. */
void slack_plain(struct slack_surface *, struct str plain, size_t most);
void slack_plain_member(struct slack_surface *, const char *name, struct str plain, size_t most);
void slack_mrkdwn(struct slack_surface *, struct slack_text, size_t most);
/* Opens {"type":…,"block_id":…; the caller ends it. block_id NULL = none. */
bool slack_block_open(struct slack_surface *, const char *type, struct str block_id);

#endif
