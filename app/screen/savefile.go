package screen

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"afterword/assets"
	"afterword/widgets"
)

// A fileSheet is the sheet that asks into which file something goes.
type fileSheet struct {
	*Host
	path  *widgets.Entry
	ends  string // of the file's name
	sheet *widgets.Sheet
	make  func(context.Context) ([]byte, error)
	over  string // the file that may be replaced: the user was told that it is there
	saved func(path string)
}

// askFile asks where to save a file, offering a place or a name alone, and says so
// once it is there.
func (h *Host) askFile(title, place string, content func(context.Context) ([]byte, error), saved func(path string)) *fileSheet {
	k := h.Kit
	if !filepath.IsAbs(place) {
		place = filepath.Join(folder(), place)
	}
	s := &fileSheet{Host: h, ends: filepath.Ext(place), make: content, saved: saved}
	s.path = k.Entry("save.path", assets.L("File")).Labelled().OnEnter(func(string) { s.store() })
	s.path.SetText(place)
	s.path.OnChanged(func(string) { s.path.SetError("") })
	browse := k.Button("save.browse", assets.L("Browse…"), s.browse).Quiet()
	save := k.Button("save.save", assets.L("Save"), s.store).Primary()
	cancel := k.Button("save.cancel", assets.L("Cancel"), func() { s.sheet.Close() })
	s.sheet = k.Sheet("save", title, widgets.NewColumn(10, s.path, browse), cancel, save)
	s.sheet.First(s.path.Focusable()).ShowOn(h.Window().Canvas())
	return s
}

// folder is where people look for a file that a program made.
func folder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	for _, name := range []string{"Downloads", "Documents"} {
		if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
			return filepath.Join(home, name)
		}
	}
	return home
}

func (s *fileSheet) browse() {
	dialog.ShowFileSave(func(f fyne.URIWriteCloser, err error) {
		if f == nil || err != nil {
			return
		}
		path := f.URI().Path()
		_ = f.Close() // nothing was written
		s.path.SetText(path)
		s.over = path // the dialog asked already
		s.store()
	}, s.Window())
}

// store writes the file; what went wrong is said in the sheet.
func (s *fileSheet) store() {
	path := strings.TrimSpace(s.path.Text())
	if !strings.EqualFold(filepath.Ext(path), s.ends) {
		path += s.ends
	}
	if trouble := s.refuse(path); trouble != "" {
		s.say(trouble)
		return
	}
	var failed error
	s.Do(func(ctx context.Context) error {
		content, err := s.make(ctx)
		if err == nil {
			failed = writeFile(path, content)
		}
		return err
	}, func() {
		if failed != nil {
			s.say(assets.L("That file could not be written: {{.What}}. Another folder may work.", assets.Args{"What": failed.Error()}))
			return
		}
		s.sheet.Close()
		s.saved(path)
	})
}

func (s *fileSheet) say(trouble string) {
	s.path.SetError(trouble)
	s.sheet.Refresh()
}

// refuse says why a file cannot be written, "" when it can. One that is there is
// replaced at the second asking.
func (s *fileSheet) refuse(path string) string {
	if !filepath.IsAbs(path) {
		return assets.L("Give the folder too, such as {{.Folder}}.", assets.Args{"Folder": folder()})
	}
	if at, err := os.Stat(filepath.Dir(path)); err != nil || !at.IsDir() {
		return assets.L("The folder {{.Folder}} isn't there.", assets.Args{"Folder": filepath.Dir(path)})
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) && s.over != path {
		s.over = path
		return assets.L("A file of this name is there already. Save again to replace it, or choose another name.")
	}
	return ""
}
