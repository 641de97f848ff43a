package screen

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// pictureScale is how many device pixels a saved picture has to a unit.
const pictureScale = 2

// savePicture asks where to, and saves a chart as PNG.
func (i *Insights) savePicture(f figure) *fileSheet {
	today := data.DayOf(i.Desk.Now(), i.Desk.Zone())
	p := i.picture(f)
	return i.askFile(assets.L("Save as a picture"), filepath.Join(i.Pictures, "afterword-"+f.id+"-"+today.String()+".png"), func(ctx context.Context) ([]byte, error) {
		return pngOf(ctx, p)
	}, func(file string) {
		i.Toast(assets.L("Saved as {{.File}}.", assets.Args{"File": file}), "")
	})
}

// picture is a chart with the date under it.
func (i *Insights) picture(f figure) widgets.Picture {
	date := words.LongDate(data.DayOf(i.Desk.Now(), i.Desk.Zone()))
	return widgets.Picture{Drawing: f.drawing, Foot: assets.L("{{.Date}}. Own numbers, counted with Afterword.", assets.Args{"Date": date})}
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
