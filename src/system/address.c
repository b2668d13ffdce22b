/* Addresses by their bits: never by a name or a spelling, which somebody else chooses. */
#include "system/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include "base/check.h"

struct block4 {
	uint32_t from;
	int bits;
};

#define V4(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

/* This network, private, shared, loopback, link-local, protocols, documentation, relays, private, benchmarks, documentation, many at once, reserved. */
static const struct block4 not_public[] = {
	{ V4(0, 0, 0, 0), 8 }, { V4(10, 0, 0, 0), 8 }, { V4(100, 64, 0, 0), 10 }, { V4(127, 0, 0, 0), 8 }, { V4(169, 254, 0, 0), 16 }, { V4(172, 16, 0, 0), 12 },
	{ V4(192, 0, 0, 0), 24 }, { V4(192, 0, 2, 0), 24 }, { V4(192, 88, 99, 0), 24 }, { V4(192, 168, 0, 0), 16 }, { V4(198, 18, 0, 0), 15 },
	{ V4(198, 51, 100, 0), 24 }, { V4(203, 0, 113, 0), 24 }, { V4(224, 0, 0, 0), 4 }, { V4(240, 0, 0, 0), 4 },
};

struct block6 {
	unsigned char from[16];
	int bits;
};

/* Within 2000::/3, the only part that is anybody's: protocols with Teredo, documentation, 6to4, documentation. */
static const struct block6 not_public_6[] = {
	{ { 0x20, 0x01 }, 23 }, { { 0x20, 0x01, 0x0d, 0xb8 }, 32 }, { { 0x20, 0x02 }, 16 }, { { 0x3f, 0xff }, 20 },
};
static const struct block6 anybody = { { 0x20 }, 3 };

static bool
is_in(const unsigned char *address, const struct block6 *block)
{
	int whole = block->bits / 8, rest = block->bits % 8;
	unsigned char mask = (unsigned char)(0xff << (8 - rest));

	if (memcmp(address, block->from, (size_t)whole) != 0)
		return false;
	return rest == 0 || (address[whole] & mask) == (block->from[whole] & mask);
}

static bool
is_public_4(uint32_t address)
{
	for (size_t i = 0; i < ARRAY_LENGTH(not_public); i++)
		if (((address ^ not_public[i].from) >> (32 - not_public[i].bits)) == 0)
			return false;
	return true;
}

static bool
is_public_6(const unsigned char *address)
{
	for (size_t i = 0; i < ARRAY_LENGTH(not_public_6); i++)
		if (is_in(address, &not_public_6[i]))
			return false;
	return is_in(address, &anybody);
}

bool
address_is_public(const struct sockaddr *address)
{
	struct sockaddr_in four;
	struct sockaddr_in6 six;

	if (address->sa_family == AF_INET) {
		memcpy(&four, address, sizeof(four));
		return is_public_4(ntohl(four.sin_addr.s_addr));
	}
	if (address->sa_family != AF_INET6)
		return false;
	memcpy(&six, address, sizeof(six));
	return is_public_6(six.sin6_addr.s6_addr);
}

bool
address_is_listed(const struct sockaddr *address, struct str listed)
{
	struct str rest = listed, word;
	char name[INET6_ADDRSTRLEN] = "";
	struct sockaddr_in four;
	struct sockaddr_in6 six;

	if (address->sa_family == AF_INET) {
		memcpy(&four, address, sizeof(four));
		inet_ntop(AF_INET, &four.sin_addr, name, sizeof(name));
	} else if (address->sa_family == AF_INET6) {
		memcpy(&six, address, sizeof(six));
		inet_ntop(AF_INET6, &six.sin6_addr, name, sizeof(name));
	}
	while (str_next(&rest, ',', &word))
		if (name[0] != '\0' && str_equal(str_trim(word), str_from(name)))
			return true;
	return false;
}
