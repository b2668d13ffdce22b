/* What comes over the line. */
#include <sys/socket.h>
#include <unistd.h>

#include "fuzz.h"
#include "http/request.h"
#include "http/sent.h"
#include "system/channel.h"

/* A path that is taken is clean: it begins with one slash, holds no control byte, no empty segment and no dot segment. */
void
fuzz_target(struct arena *arena, struct str input)
{
	struct request request = { .target = input };

	if (request_read_target(arena, &request) != OK)
		return;
	MUST(str_starts(request.path, S("/")));
	MUST(!fuzz_holds(request.path, "//"));
	MUST(!fuzz_holds(request.path, "/../"));
	MUST(!fuzz_holds(request.path, "/./"));
	for (size_t i = 0; i < request.path.length; i++)
		MUST((unsigned char)request.path.at[i] >= 0x20 && request.path.at[i] != 0x7f);
	MUST(request.query.count <= 50);
	for (size_t i = 0; i < request.query.count; i++)
		for (size_t k = 0; k < i; k++)
			MUST(!str_equal(request.query.at[i].name, request.query.at[k].name));
}

static bool
holds_nul(struct str s)
{
	return str_find(s, '\0') < s.length;
}

void
fuzz_form_body(struct arena *arena, struct str input)
{
	struct pairs pairs;

	if (request_read_form(arena, input, &pairs) != OK)
		return;
	MUST(pairs.count <= 200);
	for (size_t i = 0; i < pairs.count; i++)
		MUST(!holds_nul(pairs.at[i].name) && !holds_nul(pairs.at[i].value));
}

/* Every value stands in the body; what is no file is text. */
void
fuzz_form_file(struct arena *arena, struct str input)
{
	struct pair header = { S("content-type"), S("multipart/form-data; boundary=x") };
	struct request request = { .headers = { &header, 1 }, .body = input };
	struct pairs pairs;

	if (sent_read(arena, &request, &pairs) != OK)
		return;
	MUST(pairs.count <= 200);
	for (size_t i = 0; i < pairs.count; i++)
		MUST(pairs.at[i].name.length > 0 && pairs.at[i].value.at >= input.at && pairs.at[i].value.at + pairs.at[i].value.length <= input.at + input.length);
}

/* A value that is found stood in the header. */
void
fuzz_cookie(struct arena *arena, struct str input)
{
	struct pair header = { S("cookie"), input };
	struct request request = { .headers = { &header, 1 } };
	struct str value = request_cookie(&request, S("__Host-session"));

	(void)arena;
	MUST(value.length == 0 || (value.at >= input.at && value.at + value.length <= input.at + input.length));
	MUST(str_find(value, ';') == value.length);
}

/* What is read prints as it was read. */
void
fuzz_message(struct arena *arena, struct str input)
{
	struct request request, again;
	struct buf printed = buf_new(arena, 2 * input.length + 1024);

	if (request_read(arena, input, &request) != OK)
		return;
	request_print(&printed, &request);
	if (printed.is_overflown)
		return;
	MUST(request_read(arena, buf_str(&printed), &again) == OK);
	MUST(str_equal(request.target, again.target) && str_equal(request.body, again.body) && request.headers.count == again.headers.count);
}

/* The input as packets, each with a length byte before it: whatever a peer sends, nothing longer than allowed comes out. */
void
fuzz_channel(struct arena *arena, struct str input)
{
	int descriptors[2];
	struct channel channel;
	struct channel_head head;
	struct str bytes;

	MUST(channel_pair(descriptors) == OK);
	channel_open(descriptors[1], &channel);
	for (size_t at = 0, packets = 0; at < input.length && packets < 64; packets++) {
		size_t length = (unsigned char)input.at[at++];

		length = length < input.length - at ? length : input.length - at;
		(void)!send(descriptors[0], input.at + at, length, MSG_DONTWAIT | MSG_NOSIGNAL);
		at += length;
	}
	for (int i = 0; i < 80 && channel_receive(&channel, arena, &head, &bytes) == OK; i++)
		MUST(bytes.length <= CHANNEL_MESSAGE_MAX);
	channel_close(&channel);
	close(descriptors[0]);
	close(descriptors[1]);
}
