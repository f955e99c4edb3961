//! What a sheet needs beside its words: distribution, emblem, code.

mod emblem;
mod qr;
mod sheets;
