/* Messages in parts over a seqpacket pair. */
#include "system/channel.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "base/arena.h"
#include "base/check.h"

enum { PART_BYTES = 60 << 10, BUFFER_BYTES = 4 << 20, WAIT_MS = 1000 };

/* Before each part. offset 0 starts a message. */
struct part_head {
	struct channel_head head;
	uint32_t offset, whole;
};

enum outcome
channel_pair(int descriptors[2])
{
	int size = BUFFER_BYTES;

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_NONBLOCK, 0, descriptors) != 0)
		return FILE_FAILED;
	for (int i = 0; i < 2; i++)
		if (setsockopt(descriptors[i], SOL_SOCKET, SO_SNDBUFFORCE, &size, sizeof(size)) != 0)
			(void)setsockopt(descriptors[i], SOL_SOCKET, SO_SNDBUF, &size, sizeof(size));
	return OK;
}

void
channel_open(int descriptor, struct channel *out)
{
	*out = (struct channel){ .descriptor = descriptor };
	arena_open(CHANNEL_MESSAGE_MAX + (128 << 10), &out->arena);    /* one message, and the arena's own first block */
}

void
channel_close(struct channel *c)
{
	arena_close(&c->arena);
}

/* 1 sent, 0 no room, -1 the other side is gone. */
static int
send_part(int descriptor, const struct part_head *head, struct str bytes)
{
	char *at = (char *)(uintptr_t)bytes.at;    /* writev's type knows no const */
	struct iovec parts[2] = {
		{ .iov_base = (void *)(uintptr_t)head, .iov_len = sizeof(*head) }, { .iov_base = at, .iov_len = bytes.length },
	};
	struct msghdr message = { .msg_iov = parts, .msg_iovlen = 2 };

	for (;;) {
		if (sendmsg(descriptor, &message, MSG_NOSIGNAL) >= 0)
			return 1;
		if (errno == EINTR)
			continue;
		return errno == EAGAIN || errno == ENOBUFS ? 0 : -1;
	}
}

static bool
wait_for_room(int descriptor)
{
	struct pollfd waits = { .fd = descriptor, .events = POLLOUT };

	return poll(&waits, 1, WAIT_MS) == 1 && (waits.revents & POLLOUT) != 0;
}

enum outcome
channel_send(struct channel *c, struct channel_head head, struct str bytes)
{
	struct part_head part = { .head = head, .whole = (uint32_t)bytes.length };

	check(bytes.length <= CHANNEL_MESSAGE_MAX);
	do {
		struct str piece = str_head(str_skip(bytes, part.offset), PART_BYTES);
		int sent = send_part(c->descriptor, &part, piece);

		if (sent < 0)
			return STORE_LOST;
		if (sent == 0 && part.offset == 0)
			return BUSY;
		if (sent == 0 && !wait_for_room(c->descriptor))
			return STORE_LOST;
		if (sent == 1)
			part.offset += (uint32_t)piece.length;
	} while (part.offset < bytes.length);
	return OK;
}

static bool
is_next_part(const struct channel *c, const struct part_head *part, size_t length)
{
	return c->whole == part->whole && c->length == part->offset && c->coming.sequence == part->head.sequence &&
	    c->coming.generation == part->head.generation && length <= part->whole - part->offset;
}

static void
start_message(struct channel *c, const struct part_head *part)
{
	arena_reset(c->arena);
	c->coming = part->head;
	c->whole = part->whole;
	c->length = 0;
	c->bytes = arena_take(c->arena, (size_t)part->whole + 1);
}

/* One part; true when it completes a message. */
static bool
take_part(struct channel *c, const struct part_head *part, struct str bytes)
{
	if (part->whole > CHANNEL_MESSAGE_MAX)
		return false;
	if (part->offset == 0)
		start_message(c, part);
	if (c->bytes == NULL || !is_next_part(c, part, bytes.length))
		return false;    /* its start was read by a process that died */
	memcpy(c->bytes + c->length, bytes.at, bytes.length);
	c->length += (uint32_t)bytes.length;
	return c->length == c->whole;
}

enum outcome
channel_receive(struct channel *c, struct arena *arena, struct channel_head *head, struct str *bytes)
{
	static char packet[sizeof(struct part_head) + PART_BYTES];
	struct part_head part;

	for (;;) {
		ssize_t got = recv(c->descriptor, packet, sizeof(packet), 0);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < (ssize_t)sizeof(part))
			return NOT_FOUND;
		memcpy(&part, packet, sizeof(part));
		if (!take_part(c, &part, (struct str){ packet + sizeof(part), (size_t)got - sizeof(part) }))
			continue;
		*head = c->coming;
		*bytes = str_copy(arena, (struct str){ c->bytes, c->length });
		c->bytes = NULL;
		c->whole = 0;
		return OK;
	}
}
