// Package words puts plans, dates and events into the program's calm words, the
// same for the window and for the command line.
//
// It is pure: it is given the present instant and the zone, and must not know
// where facts come from or where the words go.
package words

import (
	"strings"
	"time"

	"afterword/assets"
	"afterword/data"
)

// A Speaker says things as seen at one instant by one user.
type Speaker struct {
	Now      time.Time
	Zone     *time.Location // the user's; dates and times are said in it
	Settings data.Settings
}

// mostNamed is how many people are named; who is one of a crowd is counted.
const mostNamed = 3

// Names joins names as prose does: "Dana", "Dana and Lee", "Dana, Lee and Sam",
// and "Dana, Lee, Sam and nine more".
func (s Speaker) Names(names []string) string {
	switch n := len(names); {
	case n == 0:
		return ""
	case n == 1:
		return names[0]
	case n > mostNamed+1:
		first := assets.Args{"Names": strings.Join(names[:mostNamed], ", ")}
		return assets.N("{{.Names}} and one more", "{{.Names}} and {{.N}} more", n-mostNamed, first)
	}
	out := names[0]
	for _, n := range names[1 : len(names)-1] {
		out += ", " + n
	}
	return and(out, names[len(names)-1])
}
