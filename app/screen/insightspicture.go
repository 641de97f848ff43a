package screen

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// pictureScale is how many device pixels a saved picture has to a unit.
const pictureScale = 2

// A saving is the sheet that asks for the file of a picture.
type saving struct {
	*Insights
	picture widgets.Picture
	sheet   *widgets.Sheet
	file    *widgets.Entry
	over    string // the file of which the user was told that it is there
}

// savePicture asks where to, and saves a chart as PNG.
func (i *Insights) savePicture(f figure) *saving {
	today := data.DayOf(i.Desk.Now(), i.Desk.Zone())
	s := &saving{Insights: i, picture: i.picture(f)}
	k := i.Kit
	s.file = k.Entry("picture.file", assets.L("File")).Labelled().OnEnter(func(string) { s.save() })
	s.file.SetText(filepath.Join(i.Pictures, "afterword-"+f.id+"-"+today.String()+".png"))
	s.file.OnChanged(func(string) { s.file.SetError("") })
	cancel := k.Button("picture.cancel", assets.L("Cancel"), func() { s.sheet.Close() })
	browse := k.Button("picture.browse", assets.L("Choose a folder…"), s.browse)
	save := k.Button("picture.save", assets.L("Save"), s.save).Primary()
	s.sheet = k.Sheet("picture", assets.L("Save as a picture"), s.file, cancel, browse, save)
	s.sheet.First(s.file.Focusable()).ShowOn(i.Window().Canvas())
	return s
}

// picture is a chart with the date under it.
func (i *Insights) picture(f figure) widgets.Picture {
	date := words.LongDate(data.DayOf(i.Desk.Now(), i.Desk.Zone()))
	return widgets.Picture{Drawing: f.drawing, Foot: assets.L("{{.Date}}. Own numbers, counted with Afterword.", assets.Args{"Date": date})}
}

// browse lets the user point at a place.
func (s *saving) browse() {
	d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if err == nil && u != nil {
			s.file.SetText(filepath.Join(u.Path(), filepath.Base(s.file.Text())))
		}
	}, s.Window())
	if at, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(s.file.Text()))); err == nil {
		d.SetLocation(at)
	}
	d.Resize(s.Window().Canvas().Size().SubtractWidthHeight(80, 80))
	d.Show()
}

// save paints and writes the picture; a file that is there already is replaced
// at the second asking.
func (s *saving) save() {
	file := strings.TrimSpace(s.file.Text())
	if !strings.EqualFold(filepath.Ext(file), ".png") {
		file += ".png"
	}
	if trouble := s.refuse(file); trouble != "" {
		s.file.SetError(trouble)
		s.sheet.Refresh()
		return
	}
	s.sheet.Close()
	load(&s.work, s.Context, func(ctx context.Context) ([]byte, error) { return pngOf(ctx, s.picture) }, func(picture []byte, err error) {
		s.write(file, picture, err)
	})
}

// write puts a painted picture into its file.
func (s *saving) write(file string, picture []byte, err error) {
	if err != nil {
		s.Fail(err)
		return
	}
	s.Do(func(context.Context) error { return writeFile(file, picture) }, func() {
		s.Toast(assets.L("Saved as {{.File}}.", assets.Args{"File": file}), "")
	})
}

// refuse says why a file cannot be written, "" when it can.
func (s *saving) refuse(file string) string {
	if !filepath.IsAbs(file) {
		return assets.L("Please give the folder too, such as {{.Folder}}.", assets.Args{"Folder": s.Pictures})
	}
	if at, err := os.Stat(filepath.Dir(file)); err != nil || !at.IsDir() {
		return assets.L("The folder {{.Folder}} isn't there.", assets.Args{"Folder": filepath.Dir(file)})
	}
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) && s.over != file {
		s.over = file
		return assets.L("A file of this name is there already. Save again to replace it, or choose another name.")
	}
	return ""
}

// pngOf paints a picture as PNG, off the UI goroutine.
func pngOf(ctx context.Context, p widgets.Picture) ([]byte, error) {
	img, err := p.Paint(pictureScale, false, onUI(ctx))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = encode(&b, img)
	return b.Bytes(), err
}

func encode(w io.Writer, img image.Image) error {
	if err := png.Encode(w, img); err != nil {
		return fmt.Errorf("encode picture: %w", err)
	}
	return nil
}

// onUI has a piece of work done on the UI goroutine and waits for it, unless the
// context ends first. It is for other goroutines only.
func onUI(ctx context.Context) func(func()) error {
	return func(piece func()) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		done := make(chan struct{})
		fyne.Do(func() {
			defer close(done)
			piece()
		})
		select {
		case <-done:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// writeFile writes a file beside its place and moves it there when it is whole,
// so that no half of a picture is left.
func writeFile(file string, content []byte) error {
	t, err := os.CreateTemp(filepath.Dir(file), ".afterword-*")
	if err != nil {
		return fmt.Errorf("save %s: %w", filepath.Base(file), err)
	}
	_, err = t.Write(content)
	err = errors.Join(err, t.Chmod(0o644), t.Close())
	if err == nil {
		err = os.Rename(t.Name(), file)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("save %s: %w", filepath.Base(file), err), os.Remove(t.Name()))
	}
	return nil
}
