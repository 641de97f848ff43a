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
	path    *widgets.Entry
	trouble *widgets.Text
	save    *widgets.Button
	sheet   *widgets.Sheet
	make    func(context.Context) ([]byte, error)
	over    string // the file that may be replaced: the user was told that it is there
	saved   func(path string)
}

// askFile asks where to save a file of that name, and says so once it is there.
func (h *Host) askFile(title, name string, content func(context.Context) ([]byte, error), saved func(path string)) {
	k := h.Kit
	s := &fileSheet{Host: h, make: content, saved: saved}
	s.path = k.Entry("save.path", assets.L("File")).Labelled()
	s.path.SetText(filepath.Join(folder(), name))
	s.path.OnEnter(func(string) { s.store() })
	browse := k.Button("save.browse", assets.L("Browse…"), s.browse).Quiet()
	s.trouble = k.Text("save.trouble", widgets.RoleSecondary, "")
	s.save = k.Button("save.save", assets.L("Save"), s.store).Primary()
	cancel := k.Button("save.cancel", assets.L("Cancel"), func() { s.sheet.Close() })
	s.sheet = k.Sheet("save", title, widgets.NewColumn(10, s.path, browse, s.trouble), cancel, s.save)
	s.sheet.First(s.path.Focusable()).ShowOn(h.Window().Canvas())
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

// store writes the file. One that is there is replaced only when the user says
// so; what went wrong is said in the sheet.
func (s *fileSheet) store() {
	path := strings.TrimSpace(s.path.Text())
	if path == "" {
		return
	}
	var failed error
	if _, err := os.Lstat(path); err == nil && path != s.over {
		failed = fs.ErrExist
	}
	s.Do(func(ctx context.Context) error {
		if failed != nil {
			return nil
		}
		content, err := s.make(ctx)
		if err == nil {
			failed = writeFile(path, content)
		}
		return err
	}, func() {
		switch {
		case failed == nil:
			s.sheet.Close()
			s.saved(path)
			return
		case errors.Is(failed, fs.ErrExist):
			s.over = path
			s.trouble.SetText(assets.L("A file of this name is there already. Save again to replace it, or choose another name."))
		default:
			s.trouble.SetText(assets.L("That file could not be written: {{.What}}. Another folder may work.", assets.Args{"What": failed.Error()}))
		}
		s.sheet.Refresh()
	})
}
