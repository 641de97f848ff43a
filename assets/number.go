package assets

import (
	"strconv"
	"strings"
)

// count writes a number as prose does: words under eleven, digits above.
func count(n int) string {
	if n < 0 || n > 10 {
		return strconv.Itoa(n)
	}
	words := [...]string{
		L("zero"), L("one"), L("two"), L("three"), L("four"), L("five"),
		L("six"), L("seven"), L("eight"), L("nine"), L("ten"),
	}
	return words[n]
}

func join(tags []string) string { return strings.Join(tags, ",") }
