/* Which addresses count as other people's: each special range at both its ends and one beside them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>

#include "base/check.h"
#include "system/address.h"

static struct sockaddr_storage
address_of(const char *text)
{
	struct sockaddr_storage out = { 0 };
	struct sockaddr_in four = { .sin_family = AF_INET };
	struct sockaddr_in6 six = { .sin6_family = AF_INET6 };

	if (inet_pton(AF_INET, text, &four.sin_addr) == 1) {
		memcpy(&out, &four, sizeof(four));
	} else {
		check(inet_pton(AF_INET6, text, &six.sin6_addr) == 1);
		memcpy(&out, &six, sizeof(six));
	}
	return out;
}

static void
all_are(bool is_public, const char *const *texts)
{
	for (size_t i = 0; texts[i] != NULL; i++) {
		struct sockaddr_storage address = address_of(texts[i]);

		if (address_is_public((const struct sockaddr *)&address) != is_public)
			fail_msg("%s", texts[i]);
	}
}

static void
S6_an_address_that_is_not_everybodys_is_refused(void **state)
{
	static const char *const texts[] = {
		"0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.0", "127.0.0.1", "127.255.255.255",
		"169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.255", "192.0.2.0", "192.0.2.255",
		"192.88.99.1", "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.255.255.255",
		"240.0.0.1", "255.255.255.255",
		"::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:9.9.9.9", "64:ff9b::7f00:1", "64:ff9b::909:909", "64:ff9b:1::1", "100::1",
		"2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db8::1", "2002:7f00:1::", "2002:909:909::1",
		"3fff::1", "3fff:fff::1", "4000::1", "5f00::1", "fc00::1", "fd12:3456:789a::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "ff0e::1", NULL,
	};

	(void)state;
	all_are(false, texts);
}

static void
S6_an_address_of_somebody_else_is_let_through(void **state)
{
	static const char *const texts[] = {
		"1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0",
		"172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
		"2001:200::1", "2001:db7:ffff::1", "2001:db9::1", "2003::1", "2606:4700::1", "2a00:1450::1", "3ffe:ffff::1", NULL,
	};

	(void)state;
	all_are(true, texts);
}

static void
S6_what_is_no_address_of_the_internet_is_refused(void **state)
{
	struct sockaddr_storage address = { .ss_family = AF_UNIX };

	(void)state;
	assert_false(address_is_public((const struct sockaddr *)&address));
	assert_false(address_is_listed((const struct sockaddr *)&address, S("")));
}

static void
an_operator_lists_addresses_whole(void **state)
{
	struct sockaddr_storage four = address_of("127.0.0.2"), six = address_of("fd12::7");

	(void)state;
	assert_true(address_is_listed((const struct sockaddr *)&four, S("10.0.0.1, 127.0.0.2")));
	assert_true(address_is_listed((const struct sockaddr *)&six, S("127.0.0.2,fd12::7")));
	assert_false(address_is_listed((const struct sockaddr *)&four, S("127.0.0.20,127.0.0")));
	assert_false(address_is_listed((const struct sockaddr *)&four, S("")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(S6_an_address_that_is_not_everybodys_is_refused),
		cmocka_unit_test(S6_an_address_of_somebody_else_is_let_through),
		cmocka_unit_test(S6_what_is_no_address_of_the_internet_is_refused),
		cmocka_unit_test(an_operator_lists_addresses_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
