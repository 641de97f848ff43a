package assets

import (
	"embed"
	"io/fs"
)

//go:embed demo/*.eml
var demo embed.FS

// Demo returns the sample mails of the examples, as text templates with the
// values Date, Sent, Me, Start and End.
func Demo() fs.FS {
	sub, err := fs.Sub(demo, "demo")
	if err != nil {
		return demo
	}
	return sub
}
