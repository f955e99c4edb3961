//! The stored text of browser storage: a line that says what the rest must hash to, then the text itself.

use super::Hash;
use thiserror::Error;

const MARK: &str = "itinera1 ";

/// Why a stored text is not to be trusted. It should be kept as it is and offered for download.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SealError {
    /// It does not begin with a seal: something else wrote it, or its beginning is lost.
    #[error("the stored text has no seal")]
    NoSeal,
    /// The text after the seal is not the one that was sealed.
    #[error("the stored text is damaged: it hashes to {found}, not to {sealed}")]
    Damaged {
        /// The hash that the seal says.
        sealed: Hash,
        /// The hash of the text that is there.
        found: Hash,
    },
}

/// `text` behind a line with its hash: `itinera1 <16 hexadecimal digits>`.
#[must_use]
pub fn seal(text: &str) -> String {
    let hash = Hash::of(text.as_bytes());
    format!("{MARK}{hash}\n{text}")
}

/// The text that [`seal`] sealed.
///
/// # Errors
/// When there is no seal, or the text has changed since.
pub fn unseal(stored: &str) -> Result<&str, SealError> {
    let (head, text) = stored.strip_prefix(MARK).and_then(|rest| rest.split_once('\n')).ok_or(SealError::NoSeal)?;
    let sealed = head.parse::<Hash>().map_err(|_| SealError::NoSeal)?;
    let found = Hash::of(text.as_bytes());
    if sealed == found { Ok(text) } else { Err(SealError::Damaged { sealed, found }) }
}
