package app

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/adrg/xdg"
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

// saveLetter writes a letter to the user's folder of downloads, under a name that
// no file has, and returns where. What goes to a file instead of the desktop stays
// in the home.
func (o *outside) saveLetter(name string, eml []byte) (string, error) {
	dir := xdg.UserDirs.Download
	if o.file != "" || dir == "" {
		dir = filepath.Join(o.home, letterFolder)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("save the letter: %w", err)
	}
	stem, ext := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)), filepath.Ext(name)
	for n := 1; ; n++ {
		path := filepath.Join(dir, stem+ext)
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s (%d)%s", stem, n, ext))
		}
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("save the letter: %w", err)
		}
		_, err = f.Write(eml)
		if err = errors.Join(err, f.Close()); err != nil {
			return "", fmt.Errorf("save the letter: %w", err)
		}
		return path, nil
	}
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
