package app

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"
)

// letterFolder is the folder of the home in which letters lie while the mail
// program opens them.
const letterFolder = "letters"

// openLetter writes a letter to a file and opens it in the mail program. Files of
// earlier days are removed.
func (o *outside) openLetter(name string, eml []byte) error {
	dir := filepath.Join(o.home, letterFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("keep the letter: %w", err)
	}
	o.sweep(dir)
	sub, err := os.MkdirTemp(dir, "") // two letters may have one name
	if err != nil {
		return fmt.Errorf("keep the letter: %w", err)
	}
	file := filepath.Join(sub, filepath.Base(name))
	if err := os.WriteFile(file, eml, 0o600); err != nil {
		return fmt.Errorf("keep the letter: %w", err)
	}
	path := filepath.ToSlash(file)
	if path[0] != '/' {
		path = "/" + path // C:/…
	}
	return o.open((&url.URL{Scheme: "file", Path: path}).String())
}

// sweep removes the letters of earlier days: what is older than the newest by a
// day, so that no clock is asked.
func (o *outside) sweep(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return // they are swept the next time
	}
	var newest time.Time
	ages := make(map[string]time.Time)
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			ages[e.Name()] = info.ModTime()
			if info.ModTime().After(newest) {
				newest = info.ModTime()
			}
		}
	}
	for name, age := range ages {
		if newest.Sub(age) > 24*time.Hour {
			_ = os.RemoveAll(filepath.Join(dir, name)) // or the next time
		}
	}
}
