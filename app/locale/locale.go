// Package locale gives the process a language where the system has none, before
// any library asks for it.
//
// It talks to the environment. It has no dependency on purpose: packages are
// initialised in the order of their paths, and this one must come before Fyne,
// which logs an error under LANG=C.
package locale

import (
	"os"
	"strings"
)

// Set is whether a fallback was put in place.
var Set = fallback()

func fallback() bool {
	set := false
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value, there := os.LookupEnv(name)
		if !there && name != "LANG" {
			continue
		}
		if bare, _, _ := strings.Cut(value, "."); bare == "" || bare == "C" || bare == "POSIX" {
			set = os.Setenv(name, "en_US.UTF-8") == nil || set
		}
	}
	return set
}
