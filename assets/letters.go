package assets

import (
	"embed"
	"io/fs"
)

//go:embed letters
var letters embed.FS

// Letters returns the letters and the rules they are checked by: a folder for
// each language (BCP 47), in it one file of templates for each stage and
// tone.json (letters.md 4.2, 4.4).
func Letters() fs.FS {
	sub, err := fs.Sub(letters, "letters")
	if err != nil {
		return letters // cannot be: the folder's name is a constant
	}
	return sub
}
