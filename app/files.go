package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
)

// The largest files that are read.
const (
	maxMail     = 25 << 20
	maxCalendar = 1 << 20
)

// take opens files that the user handed over. A mail of a known application is
// judged as those of a mailbox are; another mail, or a calendar file, opens the
// add sheet with what it says.
func (w *window) take(files []string) {
	for _, file := range files {
		switch strings.ToLower(filepath.Ext(file)) {
		case ".eml":
			w.takeMail(file)
		case ".ics":
			w.takeCalendar(file)
		case ".csv", ".tsv", ".txt":
			w.host.ShowSheet(file)
		default:
			w.toast(assets.L("Only mails (.eml), calendar files (.ics) and spreadsheets saved as .csv can be opened. Add the interview with Ctrl+N."), "")
		}
	}
}

// dropped takes the files that are dropped on the window.
func (w *window) dropped(_ fyne.Position, uris []fyne.URI) {
	var files []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			files = append(files, u.Path())
		}
	}
	w.take(files)
}

func (w *window) takeMail(file string) {
	var got desk.Opened
	w.background(func(ctx context.Context) error {
		raw, err := contents(file, maxMail)
		if err == nil {
			got, err = w.desk.OpenMail(ctx, raw)
		}
		return err
	}, func(err error) {
		if err != nil {
			w.fail(err)
		} else {
			w.host.ShowOpened(got)
		}
		w.refresh()
	})
}

func (w *window) takeCalendar(file string) {
	var found []desk.Invitation
	w.background(func(ctx context.Context) error {
		object, err := contents(file, maxCalendar)
		if err == nil {
			found, err = w.desk.ReadCalendar(ctx, object)
		}
		return err
	}, func(err error) { w.host.ShowInvitations(found, err) })
}

// contents reads a file of at most so many bytes.
func contents(file string, most int64) ([]byte, error) {
	name := filepath.Base(file)
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", assets.L("there is no file {{.Name}} here", assets.Args{"Name": name}), data.ErrInvalid)
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, most+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read %s: %w", name, err)
	case int64(len(b)) > most:
		return nil, fmt.Errorf("%s: %w", assets.L("{{.Name}} is larger than any file of its kind", assets.Args{"Name": name}), data.ErrInvalid)
	}
	return b, nil
}
